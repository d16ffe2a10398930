//! A foreign file as readers get it: its name, its bytes, and its text in whatever encoding that was.

use std::{borrow::Cow, cell::OnceCell};

use crate::{
    native::Problem,
    peek::{Shape, root, shape},
};

/// A foreign file.
pub struct Input<'a> {
    /// The name of the file, for its ending and for a title; may be empty, as for what was pasted.
    pub name: &'a str,
    /// Its bytes, as they are.
    pub bytes: &'a [u8],
    /// Its text, without a byte order mark; empty where the bytes are no text.
    pub text: Cow<'a, str>,
    /// In which encoding the text was, where it was not UTF-8.
    pub encoding: Option<&'static str>,
    shape: OnceCell<Option<Shape>>,
}

impl<'a> Input<'a> {
    /// A file with its name; a path's last part is enough.
    pub fn new(name: &'a str, bytes: &'a [u8]) -> Self {
        let (text, encoding) = decoded(bytes);
        Self { name, bytes, text, encoding, shape: OnceCell::new() }
    }

    /// The name without its folders and its endings.
    pub fn stem(&self) -> &str {
        let name = self.name.rsplit(['/', '\\']).next().unwrap_or_default();
        name.split_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
    }

    /// Whether the name ends so; endings are given in small letters and without the dot.
    pub fn ends_with(&self, ending: &str) -> bool {
        let cut = self.name.len().checked_sub(ending.len() + 1);
        let end = cut.and_then(|cut| self.name.get(cut..));
        end.is_some_and(|end| end.starts_with('.') && end.get(1..).is_some_and(|end| end.eq_ignore_ascii_case(ending)))
    }

    /// The name of the root element, where this looks like XML.
    pub fn root(&self) -> Option<&str> {
        root(&self.text)
    }

    /// The shape of the outermost value, where this is JSON from its first character to its last.
    pub fn shape(&self) -> Option<&Shape> {
        self.shape.get_or_init(|| shape(&self.text)).as_ref()
    }

    /// The text from its first character that is not a blank.
    pub fn start(&self) -> &str {
        self.text.trim_start()
    }

    /// What is said of a file that is not what its ending or its beginning says.
    pub fn broken(&self, place: (usize, usize), what: &str, hint: &str) -> Problem {
        let mut problem = Problem::at_start(what, hint);
        (problem.place.line, problem.place.column) = place;
        problem
    }
}

/// The text of bytes: UTF-8, UTF-16 with its mark, else Windows-1252, which every byte is a letter of. Bytes with zeros and
/// without a mark are no text.
fn decoded(bytes: &[u8]) -> (Cow<'_, str>, Option<&'static str>) {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        Cow::Owned(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
    };
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] if let Ok(text) = std::str::from_utf8(rest) => (Cow::Borrowed(text), None),
        [0xff, 0xfe, rest @ ..] => (utf16(rest, u16::from_le_bytes), Some("UTF-16")),
        [0xfe, 0xff, rest @ ..] => (utf16(rest, u16::from_be_bytes), Some("UTF-16")),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => (Cow::Borrowed(text), None),
            Err(_) if bytes.contains(&0) => (Cow::Borrowed(""), None),
            Err(_) => (Cow::Owned(bytes.iter().map(|&byte| windows_1252(byte)).collect()), Some("Windows-1252")),
        },
    }
}

/// A letter of Windows-1252, as the WHATWG's Encoding Standard has it: 0x80 to 0x9f are its own, the others Latin-1.
fn windows_1252(byte: u8) -> char {
    const OWN: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => OWN[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}
