//! What is said of a table that cannot be opened: one sentence with its place and the next step.

use memchr::{memchr_iter, memrchr};

use crate::formats::{Place, Problem};

/// The largest table that is opened, in bytes: places in it are 32-bit numbers, and it is held in memory as it stands.
pub const MOST_BYTES: u64 = 1 << 30;

/// A problem at a place of a text.
pub(super) fn problem_at(bytes: &[u8], at: usize, what: &str, hint: &str) -> Problem {
    let place = Place { line: line_of(bytes, at), column: column_of(bytes, at) };
    Problem { place, ..Problem::at_start(what, hint) }
}

/// The line that a place lies in, from 1.
pub(super) fn line_of(bytes: &[u8], at: usize) -> usize {
    memchr_iter(b'\n', bytes.get(..at).unwrap_or(bytes)).count() + 1
}

/// The lines of places that are in order, counted in one go.
pub(super) fn lines_of(bytes: &[u8], places: &[u32]) -> Vec<usize> {
    let (mut line, mut from) = (1, 0);
    let mut lines = Vec::with_capacity(places.len());
    for &place in places {
        line += memchr_iter(b'\n', bytes.get(from..place as usize).unwrap_or_default()).count();
        from = place as usize;
        lines.push(line);
    }
    lines
}

fn column_of(bytes: &[u8], at: usize) -> usize {
    let before = bytes.get(..at).unwrap_or(bytes);
    let start = memrchr(b'\n', before).map_or(0, |end| end + 1);
    String::from_utf8_lossy(before.get(start..).unwrap_or_default()).chars().count() + 1
}

/// What is said of a table of so many bytes, where that is more than [`MOST_BYTES`].
pub fn too_large(bytes: u64) -> Problem {
    const MB: u64 = 1 << 20;
    let what = format!("the table is {} MB long, more than {} MB", bytes.div_ceil(MB), MOST_BYTES / MB);
    Problem::at_start(&what, "keep the rows and columns that you need, and open that")
}

/// The bytes of a table as text.
///
/// # Errors
/// Where they are none: empty, too many, in another encoding, or with bytes that no text has.
pub fn text_of(bytes: Vec<u8>) -> Result<String, Problem> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(too_large(bytes.len() as u64));
    }
    let save = "save the table as UTF-8 text, in a spreadsheet as “CSV UTF-8”";
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Problem::at_start("the table is in UTF-16, not in UTF-8", save));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        let hint = "save it as text, in a spreadsheet as “CSV UTF-8”, or unpack it";
        return Err(Problem::at_start("this is a spreadsheet or a packed file, not a table of text", hint));
    }
    if bytes.starts_with(&[0x1f, 0x8b]) {
        return Err(Problem::at_start(
            "this is a packed file, not a table of text",
            "unpack it, and open what is in it",
        ));
    }
    if let Some(at) = memchr::memchr(0, &bytes) {
        return Err(problem_at(&bytes, at, "here is a byte that no text has", save));
    }
    let mut bytes = bytes;
    // Lines that end as on old Macintoshes.
    if memchr::memchr(b'\n', &bytes).is_none() {
        bytes.iter_mut().filter(|byte| **byte == b'\r').for_each(|byte| *byte = b'\n');
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        problem_at(error.as_bytes(), at, "what stands here is not UTF-8", save)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], said: &str) {
        let problem = text_of(bytes.to_vec()).expect_err("it is no text");
        assert!(problem.to_string().starts_with(said), "{problem}");
    }

    #[test]
    fn what_is_no_text_is_said_with_its_place() {
        check(b"a\tb\nc\t\xe9d\n", "2:3: error: what stands here is not UTF-8; save");
        check("é\ta\0".as_bytes(), "1:4: error: here is a byte that no text has; save");
        check(&[0xff, 0xfe, b'a', 0], "1:1: error: the table is in UTF-16");
        check(b"PK\x03\x04...", "1:1: error: this is a spreadsheet or a packed file");
        check(&[0x1f, 0x8b, 8], "1:1: error: this is a packed file");
        assert_eq!(text_of(b"a\rb".to_vec()).as_deref(), Ok("a\nb"));
        assert_eq!(text_of(b"a\tb".to_vec()).as_deref(), Ok("a\tb"));
    }

    #[test]
    fn lines_are_counted_from_one() {
        assert_eq!(lines_of(b"a\nb\n\nc", &[0, 2, 5]), [1, 2, 4]);
        assert_eq!(line_of(b"a\nb", 2), 2);
    }
}
