//! Bytes to text: sizes, encodings and line ends.

use std::borrow::Cow;

use crate::{
    analysis::problems::Severity,
    formats::{MAX_BYTES, Place, Problem, too_large},
};

/// The text of a file, with LF line ends and without a byte order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Problem> {
    if bytes.len() > MAX_BYTES {
        return Err(too_large(u64::try_from(bytes.len()).unwrap_or(u64::MAX)));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if is_utf16(bytes) {
        let start = Place { line: 1, column: 1 };
        return Err(problem(start, "the file is UTF-16 text", "save it as UTF-8 in your editor"));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?;
    if let Some(offset) = text.find('\0') {
        let hint = "choose a file that ends in .pathway.ron, or restore this one from a backup";
        return Err(problem(place_of(text, offset), "there is a NUL byte here, so this is no text file", hint));
    }
    if text.trim().is_empty() {
        let hint = "start it with Pathway( and the fields format, id, title, nodes and links";
        return Err(problem(Place { line: 1, column: 1 }, "the file is empty", hint));
    }
    // The same file must mean the same with either line end, also inside texts that run over several lines.
    Ok(if text.contains("\r\n") { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) })
}

/// Line and column of a place in a text.
pub(super) fn place_of(text: &str, offset: usize) -> Place {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Place {
        line: before.bytes().filter(|&b| b == b'\n').count() + 1,
        column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
    }
}

fn is_utf16(bytes: &[u8]) -> bool {
    let marked = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).take(16).filter(|&&b| b == 0).count();
    let others = |from: usize| bytes.iter().skip(from).step_by(2).take(16).filter(|&&b| b != 0).count();
    let alternate = |low: usize, high: usize| others(high) == 0 && zeros(low) == 0;
    marked || bytes.len() >= 4 && (alternate(0, 1) || alternate(1, 0))
}

fn not_utf8(bytes: &[u8], valid: usize) -> Problem {
    let before = bytes.get(..valid).and_then(|good| std::str::from_utf8(good).ok()).unwrap_or_default();
    let byte = bytes.get(valid).copied().unwrap_or_default();
    let place = place_of(before, before.len());
    if bytes.contains(&0) {
        let hint = "choose a file that ends in .pathway.ron, or restore this one from a backup";
        return problem(place, "the file is no text", hint);
    }
    let what = format!("the byte 0x{byte:02X} here is not UTF-8");
    problem(place, &what, "save the file as UTF-8 in your editor, or type this character again")
}

fn problem(place: Place, what: &str, hint: &str) -> Problem {
    Problem {
        place,
        severity: Severity::Error,
        subject: None,
        what: what.to_owned(),
        hint: hint.to_owned(),
        fixes: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters() {
        let at = |offset| place_of("añ\nb😀c", offset);
        assert_eq!(at(0), Place { line: 1, column: 1 });
        assert_eq!(at(3), Place { line: 1, column: 3 });
        assert_eq!(at(4), Place { line: 2, column: 1 });
        assert_eq!(at(9), Place { line: 2, column: 3 });
        assert_eq!(at(99), Place { line: 2, column: 4 });
    }

    #[test]
    fn line_ends_and_marks_are_taken_off() {
        assert_eq!(decode(b"\xEF\xBB\xBFa\r\nb\rc").as_deref(), Ok("a\nb\rc"));
        assert_eq!(
            decode(&vec![b' '; MAX_BYTES + 1]).map_err(|p| p.what),
            Err("the file is 21 MB long, more than 20 MB".into())
        );
    }
}
