//! The order in which stretches of a line are seen: Hebrew and Arabic run from right to left, by the Unicode
//! bidirectional algorithm (UAX 9).

use std::{borrow::Cow, ops::Range};

use unicode_bidi::{BidiClass, BidiInfo, bidi_class};

/// Stretches of a line from left to right as they are seen, each with whether it runs from right to left inside.
pub(super) fn stretches(line: &str) -> Vec<(Range<usize>, bool)> {
    let whole = || vec![(0..line.len(), false)];
    if !line.chars().any(runs_left) {
        return if line.is_empty() { Vec::new() } else { whole() };
    }
    let info = BidiInfo::new(line, None);
    let Some(paragraph) = info.paragraphs.first() else { return whole() };
    let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
    runs.into_iter().map(|run| (run.clone(), levels.get(run.start).is_some_and(unicode_bidi::Level::is_rtl))).collect()
}

/// A line for an engine that sets stretches of one font from left to right, and turns only what stands in each, as the
/// window's does: words that run from right to left stand in the order in which they are seen.
pub fn as_seen(line: &str) -> Cow<'_, str> {
    if !line.chars().any(runs_left) {
        return Cow::Borrowed(line);
    }
    let mut seen = String::with_capacity(line.len());
    for (range, runs_left) in stretches(line) {
        let part = line.get(range).unwrap_or_default();
        if runs_left { words_turned(part, &mut seen) } else { seen.push_str(part) }
    }
    Cow::Owned(seen)
}

/// Adds the words of a stretch last to first; their letters stay in order, since the engine turns them.
fn words_turned(part: &str, seen: &mut String) {
    let mut end = part.len();
    let mut starts: Vec<usize> = part.char_indices().map(|(at, _)| at).collect();
    while let Some(start) = starts.pop() {
        let before = part.get(..start).and_then(|before| before.chars().next_back());
        let here = part.get(start..).and_then(|here| here.chars().next());
        // A mark goes with its letter.
        let goes_on = before.zip(here).is_some_and(|(before, here)| turns(before) && turns(here));
        if !goes_on {
            seen.extend(part.get(start..end).unwrap_or_default().chars().map(mirrored));
            end = start;
        }
    }
}

fn runs_left(c: char) -> bool {
    c > '\u{58F}'
        && matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN | BidiClass::RLE | BidiClass::RLO)
}

fn turns(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::NSM)
}

/// A bracket as it looks from the other side.
fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '«' => '»',
        '»' => '«',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_as_they_are_seen() {
        for (line, seen) in [
            ("Chronic stress", "Chronic stress"),
            ("דלקת כרונית במוח", "במוח כרונית דלקת"),
            ("IL-6 דלקת כרונית", "IL-6 כרונית דלקת"),
            ("דלקת (כרונית)", "(כרונית) דלקת"),
            ("דלקת 12 ימים", "ימים 12 דלקת"),
            ("慢性炎症", "慢性炎症"),
            ("", ""),
        ] {
            assert_eq!(as_seen(line), seen, "{line:?}");
        }
        assert!(matches!(as_seen("plain"), Cow::Borrowed(_)));
    }

    #[test]
    fn stretches_hold_every_byte_once() {
        for line in ["a דלקת b", "דלקת 12 ימים", "x", ""] {
            let mut bytes: Vec<usize> = stretches(line).into_iter().flat_map(|(range, _)| range).collect();
            bytes.sort_unstable();
            assert_eq!(bytes, (0..line.len()).collect::<Vec<_>>(), "{line:?}");
        }
    }
}
