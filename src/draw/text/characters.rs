//! Which characters are no letters of their own: marks that are drawn onto another, and what is drawn as nothing.

use std::{borrow::Cow, fmt::Write as _};

use unicode_general_category::{
    GeneralCategory::{EnclosingMark, Format, NonspacingMark, SpacingMark},
    get_general_category,
};

/// Whether a character is drawn onto, or joined to, the one before it. The window's engine asks the same.
pub(super) fn is_mark(c: char) -> bool {
    matches!(get_general_category(c), NonspacingMark | SpacingMark | EnclosingMark)
}

/// Marks of direction, joiners, tags and other characters that the window draws as nothing, and those that no file may
/// hold.
pub fn is_unseen(c: char) -> bool {
    // Signs that stand before a number or a word in Arabic, Syriac and Kaithi scripts: classed with the others, but seen.
    let is_sign = matches!(
        c,
        '\u{600}'..='\u{605}' | '\u{6DD}' | '\u{70F}' | '\u{890}' | '\u{891}' | '\u{8E2}' | '\u{110BD}' | '\u{110CD}'
    );
    // Selectors of variants are classed as marks; and what Unicode keeps free for more of all these is not classed yet.
    let is_kept_free = matches!(
        c,
        '\u{2065}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFF0}'..='\u{FFF8}' | '\u{E0000}'..='\u{E0FFF}'
    );
    let is_no_character = u32::from(c) & 0xFFFE == 0xFFFE;
    get_general_category(c) == Format && !is_sign || is_kept_free || is_no_character
}

/// A text for a terminal, a title, a dialog or another program, which obey characters that nobody sees: each of them
/// is named, as in `‹U+202E›`. Ends of lines and tabs stay, and so do the joiners and selectors that words and pictures of
/// many scripts are spelt with, behind such a letter.
pub fn visible(text: &str) -> Cow<'_, str> {
    let name = |hidden: char, into: &mut String| _ = write!(into, "‹U+{:04X}›", u32::from(hidden));
    with_hidden(text, name)
}

/// JSON whose texts hold no character that a terminal would obey: it says the same, with more of them escaped.
pub fn visible_json(json: &str) -> Cow<'_, str> {
    let escape = |hidden: char, into: &mut String| {
        hidden.encode_utf16(&mut [0; 2]).iter().for_each(|unit| _ = write!(into, "\\u{unit:04x}"));
    };
    with_hidden(json, escape)
}

fn with_hidden(text: &str, write: impl Fn(char, &mut String)) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\t')) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = letters.next() {
        let is_line_end = matches!(c, '\n' | '\t') || c == '\r' && letters.peek() == Some(&'\n');
        let is_spelling = matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}') && !before.is_ascii();
        let is_hidden = c.is_control() || is_unseen(c) || matches!(c, '\u{2028}' | '\u{2029}');
        if is_hidden && !is_line_end && !is_spelling {
            write(c, &mut shown);
            before = ' ';
        } else {
            shown.push(c);
            before = c;
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What may be hidden in a text: marks of direction, blanks without width, joiners, tags, and controls.
    const HIDDEN: [char; 26] = [
        '\0',
        '\u{7}',
        '\u{8}',
        '\r',
        '\u{1B}',
        '\u{7F}',
        '\u{85}',
        '\u{9B}',
        '\u{AD}',
        '\u{61C}',
        '\u{200B}',
        '\u{200C}',
        '\u{200D}',
        '\u{200E}',
        '\u{200F}',
        '\u{2028}',
        '\u{202A}',
        '\u{202D}',
        '\u{202E}',
        '\u{2060}',
        '\u{2066}',
        '\u{2067}',
        '\u{2068}',
        '\u{2069}',
        '\u{FEFF}',
        '\u{E0041}',
    ];

    #[test]
    fn what_a_terminal_would_obey_is_named() {
        for c in HIDDEN {
            assert_eq!(visible(&format!("a{c}b")), format!("a‹U+{:04X}›b", u32::from(c)));
            let json = serde_json_string(&format!("a{c}b"));
            let shown = visible_json(&json);
            assert!(shown.is_ascii() && !shown.contains(char::is_control), "{shown:?}");
        }
        assert_eq!(visible("\u{1B}[1mA\nB\r\n\tC"), "‹U+001B›[1mA\nB\r\n\tC");
    }

    /// As a writer of JSON has it, which escapes the controls of ASCII only.
    fn serde_json_string(text: &str) -> String {
        let escaped = text.chars().map(|c| if c < ' ' { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() });
        format!("\"{}\"", escaped.collect::<String>())
    }

    #[test]
    fn what_is_spelt_stays() {
        for text in ["NF-κB ↗ 10 µm", "می‌خواهم", "👩‍🔬 ❤️", "क्‍ष", "שלום", "e\u{301}", ""]
        {
            assert_eq!(visible(text), text);
            assert_eq!(visible_json(text), text);
        }
        assert_eq!(visible_json("\"\u{E0041}\u{202E}\""), "\"\\udb40\\udc41\\u202e\"");
    }

    #[test]
    fn marks_of_any_script_are_marks() {
        for mark in ['\u{301}', '\u{20D7}', '\u{5B4}', '\u{93F}', '\u{20DD}'] {
            assert!(is_mark(mark), "{mark:?}");
        }
        for letter in ['a', '´', 'ש', 'κ', '\u{200D}'] {
            assert!(!is_mark(letter), "{letter:?}");
        }
    }

    #[test]
    fn what_is_drawn_as_nothing_is_unseen_and_signs_are_seen() {
        let unseen = [
            '\u{AD}',
            '\u{61C}',
            '\u{180E}',
            '\u{200D}',
            '\u{202E}',
            '\u{2060}',
            '\u{2065}',
            '\u{2069}',
            '\u{FE0F}',
            '\u{FEFF}',
            '\u{FFF0}',
            '\u{FFFB}',
            '\u{FFFE}',
            '\u{1D173}',
            '\u{E0001}',
            '\u{E0041}',
            '\u{E0100}',
            '\u{10FFFF}',
        ];
        assert_eq!(unseen.into_iter().find(|&c| !is_unseen(c)), None);
        let seen = ['a', ' ', '\n', '\u{301}', '\u{600}', '\u{6DD}', '\u{FFFC}', '\u{FFFD}', '\u{378}'];
        assert_eq!(seen.into_iter().find(|&c| is_unseen(c)), None);
    }
}
