//! The file around the pixels: chunks with checksums, rows compressed.

use std::io::Write as _;

use flate2::{Compression, Crc, write::ZlibEncoder};

/// A picture in the making, row by row from the top.
pub(super) struct Picture {
    file: Vec<u8>,
    rows: ZlibEncoder<Vec<u8>>,
}

impl Picture {
    /// A picture of so many pixels, `scale` of which make a px of screen (of which 96 make an inch).
    pub(super) fn new(width: u32, height: u32, scale: f32) -> Self {
        let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
        // Eight bits each of red, green and blue, not interlaced.
        let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
        chunk(&mut file, *b"IHDR", &header);
        let per_metre = (scale * 96.0 / 0.0254).round() as u32;
        chunk(&mut file, *b"pHYs", &[&per_metre.to_be_bytes()[..], &per_metre.to_be_bytes(), &[1]].concat());
        Self { file, rows: ZlibEncoder::new(Vec::new(), Compression::default()) }
    }

    /// Adds a row of red, green, blue and alpha; everything is opaque.
    pub(super) fn row(&mut self, pixels: &[u8]) {
        // Filter 0: drawings of few colours pack better as they are than as differences (1.4 MB against 1.9).
        let mut line = vec![0];
        line.extend(pixels.chunks_exact(4).flat_map(|pixel| &pixel[..3]));
        // Writing into memory cannot fail.
        self.rows.write_all(&line).ok();
    }

    /// The whole file.
    pub(super) fn finish(self) -> Vec<u8> {
        let Self { mut file, rows, .. } = self;
        chunk(&mut file, *b"IDAT", &rows.finish().unwrap_or_default());
        chunk(&mut file, *b"IEND", &[]);
        file
    }
}

fn chunk(file: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    let mut sum = Crc::new();
    sum.update(&kind);
    sum.update(data);
    file.extend((data.len() as u32).to_be_bytes());
    file.extend(kind);
    file.extend(data);
    file.extend(sum.sum().to_be_bytes());
}
