//! The numbered objects that a PDF file is made of.

use std::{fmt, io::Write as _};

use flate2::{Compression, write::ZlibEncoder};

/// An object, as others name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reference(usize);

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} 0 R", self.0)
    }
}

/// Objects in the making, by number from 1.
#[derive(Debug, Default)]
pub(super) struct Objects(Vec<Vec<u8>>);

impl Objects {
    /// A number for an object that is written later.
    pub(super) fn reserve(&mut self) -> Reference {
        self.0.push(Vec::new());
        Reference(self.0.len())
    }

    /// Writes an object that has its number.
    pub(super) fn put(&mut self, place: Reference, text: &str) {
        if let Some(object) = self.0.get_mut(place.0 - 1) {
            text.as_bytes().clone_into(object);
        }
    }

    /// Writes an object.
    pub(super) fn add(&mut self, text: &str) -> Reference {
        let place = self.reserve();
        self.put(place, text);
        place
    }

    /// Writes bytes, compressed, with more entries for their dictionary.
    pub(super) fn stream(&mut self, entries: &str, bytes: &[u8]) -> Reference {
        let packed = packed(bytes);
        let mut object = format!("<</Filter/FlateDecode/Length {}{entries}>>\nstream\n", packed.len()).into_bytes();
        object.extend(packed);
        object.extend(b"\nendstream");
        self.0.push(object);
        Reference(self.0.len())
    }

    /// The whole file.
    pub(super) fn finish(self, catalog: Reference, info: Reference) -> Vec<u8> {
        // The second line marks the file as one that is not plain text.
        let mut file = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
        let mut places = Vec::with_capacity(self.0.len());
        for (i, object) in self.0.iter().enumerate() {
            places.push(file.len());
            file.extend(format!("{} 0 obj\n", i + 1).into_bytes());
            file.extend(object);
            file.extend(b"\nendobj\n");
        }
        let table = file.len();
        let size = places.len() + 1;
        file.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").into_bytes());
        for place in places {
            file.extend(format!("{place:010} 00000 n \n").into_bytes());
        }
        let trailer = format!("trailer\n<</Size {size}/Root {catalog}/Info {info}>>\nstartxref\n{table}\n%%EOF\n");
        file.extend(trailer.into_bytes());
        file
    }
}

/// Bytes, compressed.
fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    // Writing into memory cannot fail.
    encoder.write_all(bytes).ok();
    encoder.finish().unwrap_or_default()
}

/// ASCII text as a string; what is not ASCII is left out.
pub(super) fn string(text: &str) -> String {
    let mut out = String::from("(");
    for c in text.chars().filter(|c| c.is_ascii() && !c.is_ascii_control()) {
        if matches!(c, '(' | ')' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push(')');
    out
}

/// Any text as a string of hexadecimal digits.
pub(super) fn hex_text(text: &str) -> String {
    format!("<FEFF{}>", hex(text))
}

/// UTF-16 in hexadecimal digits, the high byte first.
pub(super) fn hex(text: &str) -> String {
    text.encode_utf16().map(|unit| format!("{unit:04X}")).collect()
}

/// A name that is made of letters, digits, `+` and `-`.
pub(super) fn name(text: &str) -> String {
    format!("/{text}")
}
