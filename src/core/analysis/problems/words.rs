//! Texts and characters as messages quote them.

/// A text for a message: not endless, and without characters that a screen does not show.
pub(crate) fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut out = String::new();
    for c in text.chars().take(LONGEST) {
        let plain = matches!(c, '"' | '\'' | '\\') || c.escape_debug().count() == 1;
        if plain { out.push(c) } else { out.extend(c.escape_debug()) }
    }
    if text.chars().nth(LONGEST).is_some() {
        out.push('…');
    }
    out
}

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
