//! Which characters have a shape that can be seen, and which have none.

use unicode_general_category::{GeneralCategory, get_general_category};

/// Characters that stand for nothing: no character at all (U+FFFF), one that every font may draw as it likes, or a number
/// that no version of Unicode known here has given away.
pub(super) fn is_meaningless(c: char) -> bool {
    !c.is_ascii() && matches!(get_general_category(c), GeneralCategory::Unassigned | GeneralCategory::PrivateUse)
}

/// Control characters, and those that change the direction of what stands around them.
pub(super) fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFF9}'..='\u{FFFB}')
}

/// Characters without a shape of their own: controls, those that Unicode lets programs ignore
/// (`Default_Ignorable_Code_Point`), and two more blanks.
pub(super) fn is_hidden(c: char) -> bool {
    is_control(c)
        || matches!(
            c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
                | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}'
                | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
        )
}

/// A joiner between letters of a script that needs it (all that do come after Hebrew), or a choice of shape behind a
/// sign such as an emoji.
pub(super) fn is_joining(before: char, c: char, after: char) -> bool {
    let needs = |c: char| c > '\u{590}' && !is_hidden(c);
    match c {
        '\u{200C}' | '\u{200D}' => needs(before) && needs(after),
        '\u{FE0E}' | '\u{FE0F}' => !before.is_alphanumeric() && needs(before),
        _ => false,
    }
}

/// Spaces that no keyboard and no typesetter puts into a name: lines, and widths of print.
pub(super) fn is_odd_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}' | '\u{3000}')
}

/// A text without what nobody sees. In a name, which stands in one line, that is more than in a longer text.
pub(crate) fn cleaned(text: &str, is_name: bool) -> String {
    let mut before = ' ';
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied().unwrap_or(' ');
        let goes = if is_name {
            is_hidden(c) && !is_joining(before, c, after)
        } else {
            is_control(c) && !matches!(c, '\n' | '\r' | '\t')
        };
        before = c;
        if is_name && is_odd_space(c) {
            out.push(' ');
        } else if !goes {
            out.push(c);
        }
    }
    out
}
