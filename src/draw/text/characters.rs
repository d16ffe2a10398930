//! Which characters are no letters of their own: marks that are drawn onto another, and what is drawn as nothing.

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

#[cfg(test)]
mod tests {
    use super::*;

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
