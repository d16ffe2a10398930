//! The file around the pixels: rows are compressed here, one after another, the rest is the `png` crate's.

use std::io::Write as _;

use flate2::{Compression, write::ZlibEncoder};
use png::{BitDepth, ColorType, Encoder, EncodingError, PixelDimensions, Unit, chunk::IDAT};

/// A picture in the making, row by row from the top.
pub(super) struct Picture {
    width: u32,
    height: u32,
    per_metre: u32,
    /// Not the crate's own writer of rows, which cuts what it writes into pieces as long as its memory.
    rows: ZlibEncoder<Vec<u8>>,
}

impl Picture {
    /// A picture of so many pixels, `scale` of which make a px of screen (of which 96 make an inch).
    pub(super) fn new(width: u32, height: u32, scale: f32) -> Self {
        let per_metre = (scale * 96.0 / 0.0254).round() as u32;
        Self { width, height, per_metre, rows: ZlibEncoder::new(Vec::new(), Compression::default()) }
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
        let mut file = Vec::new();
        // Nor can this: there are pixels, and fewer than a piece may hold.
        self.write(&mut file).ok();
        file
    }

    fn write(self, file: &mut Vec<u8>) -> Result<(), EncodingError> {
        let mut encoder = Encoder::new(file, self.width, self.height);
        encoder.set_color(ColorType::Rgb);
        encoder.set_depth(BitDepth::Eight);
        let (xppu, yppu) = (self.per_metre, self.per_metre);
        encoder.set_pixel_dims(Some(PixelDimensions { xppu, yppu, unit: Unit::Meter }));
        let mut writer = encoder.write_header()?;
        writer.write_chunk(IDAT, &self.rows.finish()?)?;
        writer.finish()
    }
}
