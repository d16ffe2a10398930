//! A bracket of the old text, taken apart into what belongs to each of its fields or items and what stands between.
//!
//! A comment directly above a piece belongs to it, and so does one behind it on its line. A comment that a blank line
//! parts from what follows, or that stands behind the last piece, belongs to the bracket.

use std::ops::Range;

use super::super::scan::{Outline, Scan, Token};

/// The old text, and where its brackets close.
#[derive(Clone, Copy)]
pub(super) struct Old<'t> {
    pub(super) text: &'t str,
    pub(super) outline: &'t Outline,
}

impl<'t> Old<'t> {
    pub(super) fn get(self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    /// The comments in a range, in order.
    pub(super) fn comments(self, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let start = range.start;
        let tokens = Scan::new(self.get(range)).filter(|(token, _)| *token == Token::Comment);
        tokens.map(move |(_, found)| start + found.start..start + found.end)
    }

    pub(super) fn has_comments(self, range: Range<usize>) -> bool {
        self.comments(range).next().is_some()
    }

    /// The blanks that the line of a place begins with.
    fn indent(self, at: usize) -> &'t str {
        let start = self.get(0..at).rfind('\n').map_or(0, |line| line + 1);
        let line = self.get(start..at);
        line.get(..line.len() - line.trim_start_matches([' ', '\t']).len()).unwrap_or_default()
    }
}

/// A field or an item with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chunk {
    /// Where its comments begin, or else itself.
    pub(super) from: usize,
    /// The field or the item itself.
    pub(super) piece: Range<usize>,
    /// Where its comma stands.
    pub(super) comma: Option<usize>,
    /// Where what belongs to it ends.
    pub(super) to: usize,
}

/// A bracket of the old text.
pub(super) struct Bracket {
    /// From its first character on.
    pub(super) start: usize,
    /// Where what stands on the line of the bracket itself ends.
    pub(super) head: usize,
    pub(super) chunks: Vec<Chunk>,
    /// Where it closes.
    pub(super) close: usize,
}

impl Bracket {
    /// Takes the bracket apart that begins there.
    pub(super) fn of(old: Old<'_>, start: usize) -> Option<Self> {
        let end = old.outline.end(start)?;
        let (inside, close) = (start + 1, end.checked_sub(1)?);
        let mut chunks = pieces(old, inside..close);
        // Each gap is divided among the piece before it, the bracket, and the piece behind it.
        let mut head = inside;
        let mut last: Option<usize> = None;
        for at in 0..=chunks.len() {
            let gap_start = last.map_or(inside, |at| end_of(&chunks, at));
            let gap_end = chunks.get(at).map_or(close, |chunk| chunk.piece.start);
            let tail = tail(old, gap_start..gap_end, at == chunks.len() && last.is_some());
            match last.and_then(|last| chunks.get_mut(last)) {
                Some(chunk) => chunk.to = tail,
                None => head = tail,
            }
            if let Some(chunk) = chunks.get_mut(at) {
                chunk.from = own_comments(old, tail..gap_end);
            }
            last = Some(at);
        }
        Some(Self { start, head, chunks, close })
    }

    /// What stands before a chunk, or before the end for the number of them, and belongs to none.
    pub(super) fn between(&self, at: usize) -> Range<usize> {
        let start = at.checked_sub(1).and_then(|before| self.chunks.get(before)).map_or(self.head, |chunk| chunk.to);
        start..self.chunks.get(at).map_or(self.close, |chunk| chunk.from)
    }

    /// The blanks before its pieces, where those stand on lines.
    pub(super) fn indent<'t>(&self, old: Old<'t>) -> Option<&'t str> {
        let is_line = |at: &usize| old.get(self.between(*at)).contains('\n');
        let line = (0..self.chunks.len()).find(is_line).and_then(|at| self.chunks.get(at));
        line.map(|chunk| old.indent(chunk.from))
    }
}

fn end_of(chunks: &[Chunk], at: usize) -> usize {
    chunks.get(at).map_or(0, |chunk| chunk.comma.map_or(chunk.piece.end, |comma| comma + 1))
}

/// The pieces between the commas of a bracket.
fn pieces(old: Old<'_>, inside: Range<usize>) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut is_open = false;
    let mut scan = Scan::new(old.get(inside.clone()));
    while let Some((token, range)) = scan.next() {
        let (start, mut end) = (inside.start + range.start, inside.start + range.end);
        match token {
            Token::Comment => continue,
            Token::Comma => {
                if let Some(chunk) = chunks.last_mut() {
                    chunk.comma = Some(start);
                }
                is_open = false;
                continue;
            }
            Token::Open => {
                end = old.outline.end(start).unwrap_or(end);
                scan.jump(end - inside.start);
            }
            _ => {}
        }
        match chunks.last_mut().filter(|_| is_open) {
            Some(chunk) => chunk.piece.end = end,
            None => chunks.push(Chunk { from: start, piece: start..end, comma: None, to: end }),
        }
        is_open = true;
    }
    chunks
}

/// Where what stands in a gap on the line of the piece before it ends: comments that nothing but the line's end follows,
/// or, in the last gap, the bracket's.
fn tail(old: Old<'_>, gap: Range<usize>, is_last: bool) -> usize {
    let mut end = gap.start;
    for comment in old.comments(gap.clone()) {
        if old.get(end..comment.start).contains('\n') {
            return end;
        }
        end = comment.end;
    }
    if is_last || old.get(end..gap.end).contains('\n') { end } else { gap.start }
}

/// Where the comments begin that stand directly above the piece behind a gap, or before it on its line.
fn own_comments(old: Old<'_>, gap: Range<usize>) -> usize {
    let comments: Vec<Range<usize>> = old.comments(gap.clone()).collect();
    let mut from = gap.end;
    for comment in comments.into_iter().rev() {
        if old.get(comment.end..from).matches('\n').count() > 1 {
            break;
        }
        from = comment.start;
    }
    from
}
