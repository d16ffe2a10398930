//! Pieces of text in lines that are as full as they may be.

use std::ops::Range;

/// A piece of a text that stays in one line.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    /// Free space before it, unless it begins a line; infinite, where it must begin one. In the unit of its width.
    pub apart: f32,
    /// How wide it is.
    pub width: f32,
}

/// The pieces of each line, where each goes into the line before as long as that is no wider than `limit`. A piece that
/// is wider than that alone has a line alone.
pub fn filled(pieces: &[Piece], limit: f32) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let (mut start, mut used) = (0, 0.0);
    for (i, piece) in pieces.iter().enumerate() {
        let longer = if i > start { used + piece.apart + piece.width } else { piece.width };
        if longer > limit && i > start {
            lines.push(start..i);
            (start, used) = (i, piece.width);
        } else {
            used = longer;
        }
    }
    if start < pieces.len() {
        lines.push(start..pieces.len());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(widths: &[f32], limit: f32, expected: &[Range<usize>]) {
        let pieces: Vec<Piece> = widths.iter().map(|&width| Piece { apart: 1.0, width }).collect();
        assert_eq!(filled(&pieces, limit), expected);
    }

    #[test]
    fn lines_are_as_full_as_they_may_be() {
        check(&[], 9.0, &[]);
        check(&[4.0, 4.0, 4.0], 9.0, &[0..2, 2..3]);
        check(&[4.0, 4.1, 3.0], 9.0, &[0..1, 1..3]);
        check(&[2.0, 30.0, 2.0, 2.0], 9.0, &[0..1, 1..2, 2..4]);
    }

    #[test]
    fn a_piece_may_begin_a_line_in_any_case() {
        let pieces = [1.0, f32::INFINITY, 0.0].map(|apart| Piece { apart, width: 2.0 });
        assert_eq!(filled(&pieces, 9.0), [0..1, 1..3]);
        assert_eq!(filled(&pieces[1..], 9.0).len(), 1);
    }
}
