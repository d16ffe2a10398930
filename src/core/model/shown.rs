//! Texts as messages quote them.

/// A text for a message: not endless, and without characters that a screen does not show.
pub fn shown(text: &str) -> String {
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
