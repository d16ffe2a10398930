//! A text in the making: pieces of the old file, byte for byte, and new ones between them.

use std::ops::Range;

/// The text of a file as it is read, and how to find its bytes again.
pub(super) struct Bytes<'t> {
    /// The whole file, with its byte order mark and its line ends.
    whole: &'t str,
    /// How many bytes at its start are a byte order mark.
    mark: usize,
    /// Where line ends of two characters stood: the offsets of their line feeds in the text with line feeds alone.
    returns: Vec<usize>,
    /// Whether most lines end with two characters.
    is_windows: bool,
}

impl<'t> Bytes<'t> {
    /// `text` is `whole` without its byte order mark and with line feeds alone.
    pub(super) fn of(whole: &'t str, text: &str) -> Self {
        let mark = if whole.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        let rest = whole.get(mark..).unwrap_or_default();
        let returns: Vec<usize> = rest.match_indices("\r\n").enumerate().map(|(before, (at, _))| at - before).collect();
        let lines = text.bytes().filter(|&byte| byte == b'\n').count();
        Self { whole, mark, is_windows: returns.len() * 2 > lines, returns }
    }

    /// What stands in a range of the text.
    fn old(&self, range: &Range<usize>) -> &'t str {
        let place = |at: usize| self.mark + at + self.returns.partition_point(|&line| line < at);
        self.whole.get(place(range.start)..place(range.end)).unwrap_or_default()
    }

    /// What stands before the text.
    fn start(&self) -> &'t str {
        self.whole.get(..self.mark).unwrap_or_default()
    }
}

#[derive(Clone, Debug)]
enum Piece {
    Old(Range<usize>),
    New(String),
}

/// Pieces of text, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Rope {
    pieces: Vec<Piece>,
}

impl Rope {
    /// A piece of the old text.
    pub(super) fn old(range: Range<usize>) -> Self {
        let mut rope = Self::default();
        rope.push_old(range);
        rope
    }

    /// A new text.
    pub(super) fn new(text: String) -> Self {
        let mut rope = Self::default();
        rope.push(text);
        rope
    }

    pub(super) fn push_old(&mut self, range: Range<usize>) {
        match self.pieces.last_mut() {
            Some(Piece::Old(last)) if last.end == range.start => last.end = range.end,
            _ if range.is_empty() => {}
            _ => self.pieces.push(Piece::Old(range)),
        }
    }

    pub(super) fn push(&mut self, text: String) {
        if !text.is_empty() {
            self.pieces.push(Piece::New(text));
        }
    }

    pub(super) fn append(&mut self, other: Self) {
        for piece in other.pieces {
            match piece {
                Piece::Old(range) => self.push_old(range),
                Piece::New(text) => self.push(text),
            }
        }
    }

    /// Its pieces of the old text.
    pub(super) fn olds(&self) -> impl Iterator<Item = Range<usize>> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Old(range) => Some(range.clone()),
            Piece::New(_) => None,
        })
    }

    /// The text, with the line ends of the file.
    pub(super) fn text(&self, bytes: &Bytes<'_>) -> String {
        let mut text = bytes.start().to_owned();
        for piece in &self.pieces {
            match piece {
                Piece::Old(range) => text.push_str(bytes.old(range)),
                Piece::New(new) if bytes.is_windows => text.push_str(&new.replace('\n', "\r\n")),
                Piece::New(new) => text.push_str(new),
            }
        }
        text
    }
}
