//! Characters as messages name them.

/// A character for a message: itself where one can see it, else its number.
pub(crate) fn named(c: char) -> String {
    match c {
        ' ' => "a space".to_owned(),
        '\n' => "a line break".to_owned(),
        '\t' => "a tab".to_owned(),
        _ if c.is_ascii_graphic() => format!("“{c}”"),
        _ if c.escape_debug().count() == 1 => format!("“{c}” (U+{:04X})", u32::from(c)),
        _ => format!("the character U+{:04X}", u32::from(c)),
    }
}
