//! Texts in double quotes, so that what a reviewer sees is what is there.

/// A text as files have it: quotes and backslashes escaped, and every character that one cannot see as `\u{...}`.
///
/// ron's own serializer would also escape apostrophes and combining accents, which people write and read plainly.
pub(super) fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if is_visible(c) => out.push(c),
            _ => out.extend(c.escape_unicode()),
        }
    }
    out.push('"');
}

/// Whether a reader can see that the character is there: not a control, bidi, zero-width or blank one.
fn is_visible(c: char) -> bool {
    if c.is_ascii() {
        return !c.is_ascii_control();
    }
    // Letters, marks and jokers without a shape of their own, which Unicode does not class as invisible.
    let hidden = matches!(
        c,
        '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'
            ..='\u{180F}' | '\u{3164}' | '\u{FFA0}'
    );
    if hidden {
        return false;
    }
    // Alone, an accent is escaped like an invisible character; behind a letter it is not.
    c.escape_debug().count() == 1 || format!("a{c}").escape_debug().count() == 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut out = String::new();
        quote(text, &mut out);
        assert_eq!(out, expected);
        assert_eq!(::ron::from_str::<String>(&out).as_deref(), Ok(text), "ron must read it back");
    }

    #[test]
    fn the_visible_stays_and_the_invisible_is_named() {
        check("it’s Crohn's – β", "\"it’s Crohn's – β\"");
        check("\"a\\b\n\t\r\0", "\"\\\"a\\\\b\\n\\t\\r\\u{0}\"");
        check("a\u{202E}b\u{200B}\u{FEFF}\u{AD}\u{2066}", "\"a\\u{202e}b\\u{200b}\\u{feff}\\u{ad}\\u{2066}\"");
        check("e\u{301} 😀❤\u{FE0F}", "\"e\u{301} 😀❤\u{FE0F}\"");
        check("\u{7F}\u{85}\u{A0}\u{2028}\u{E0041}", "\"\\u{7f}\\u{85}\\u{a0}\\u{2028}\\u{e0041}\"");
        check("", "\"\"");
    }
}
