//! Texts of LaTeX as plain text: accents, Greek letters, braces.

use std::{iter::Peekable, str::Chars};

use unicode_normalization::UnicodeNormalization as _;

use crate::model::{one_line, written::greek};

/// Commands that put an accent on the letter behind them, and that accent as Unicode combines it.
const ACCENTS: [(char, char); 14] = [
    ('\'', '\u{301}'),
    ('`', '\u{300}'),
    ('^', '\u{302}'),
    ('"', '\u{308}'),
    ('~', '\u{303}'),
    ('=', '\u{304}'),
    ('.', '\u{307}'),
    ('c', '\u{327}'),
    ('v', '\u{30C}'),
    ('H', '\u{30B}'),
    ('u', '\u{306}'),
    ('k', '\u{328}'),
    ('r', '\u{30A}'),
    ('d', '\u{323}'),
];

/// Commands that stand for a character.
const LETTERS: [(&str, &str); 34] = [
    ("ss", "ß"),
    ("o", "ø"),
    ("O", "Ø"),
    ("l", "ł"),
    ("L", "Ł"),
    ("ae", "æ"),
    ("AE", "Æ"),
    ("oe", "œ"),
    ("OE", "Œ"),
    ("aa", "å"),
    ("AA", "Å"),
    ("i", "ı"),
    ("j", "ȷ"),
    ("dh", "ð"),
    ("th", "þ"),
    ("textbackslash", "\\"),
    ("textbraceleft", "{"),
    ("textbraceright", "}"),
    ("textasciitilde", "~"),
    ("textasciicircum", "^"),
    ("textendash", "–"),
    ("textemdash", "—"),
    ("textquoteright", "’"),
    ("textquoteleft", "‘"),
    ("ldots", "…"),
    ("dots", "…"),
    ("times", "×"),
    ("pm", "±"),
    ("geq", "≥"),
    ("leq", "≤"),
    ("sim", "∼"),
    ("rightarrow", "→"),
    ("textmu", "µ"),
    ("copyright", "©"),
];

/// A text of LaTeX in one line of plain text. Commands that are not known vanish, what they are given stays.
pub(super) fn plain(tex: &str) -> String {
    let mut text = String::with_capacity(tex.len());
    let mut in_maths = false;
    let mut chars = tex.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => command(&mut chars, &mut text),
            '{' | '}' => {}
            '$' => in_maths = !in_maths,
            '^' | '_' if in_maths => {}
            '~' => text.push(' '),
            '`' if chars.next_if_eq(&'`').is_some() => text.push('“'),
            '\'' if chars.next_if_eq(&'\'').is_some() => text.push('”'),
            '-' if chars.next_if_eq(&'-').is_some() => {
                text.push(if chars.next_if_eq(&'-').is_some() { '—' } else { '–' });
            }
            c => text.push(c),
        }
    }
    // A letter and its accent are one character.
    one_line(&if tex.contains('\\') { text.nfc().collect() } else { text })
}

/// A command, behind its backslash.
fn command(chars: &mut Peekable<Chars<'_>>, text: &mut String) {
    let Some(first) = chars.next() else { return };
    if !first.is_ascii_alphabetic() {
        match ACCENTS.iter().find(|(mark, _)| *mark == first) {
            Some((_, accent)) => accented(chars, *accent, first, text),
            None if matches!(first, '\\' | ' ' | ',' | ';' | '\n') => text.push(' '),
            None if matches!(first, '/' | '-' | '(' | ')' | '!') => {}
            None => text.push(first),
        }
        return;
    }
    let mut name = String::from(first);
    while let Some(letter) = chars.next_if(char::is_ascii_alphabetic) {
        name.push(letter);
    }
    let accent = ACCENTS.iter().find(|(mark, _)| name.len() == 1 && *mark == first);
    while chars.next_if(|c| c.is_whitespace()).is_some() {}
    let letter = LETTERS.iter().find(|(known, _)| *known == name);
    if let Some((_, accent)) = accent {
        accented(chars, *accent, first, text);
    } else if let Some((_, letter)) = letter {
        text.push_str(letter);
    } else if let Some(letter) = greek(name.strip_prefix("text").unwrap_or(&name)) {
        text.push(letter);
    }
}

/// The letter behind an accent, in braces or not, with the accent on it; the sign itself where no letter follows.
fn accented(chars: &mut Peekable<Chars<'_>>, accent: char, sign: char, text: &mut String) {
    while chars.next_if(|c| c.is_whitespace() || *c == '{').is_some() {}
    // Letters that lose their dot under an accent: `\'{\i}`.
    if chars.peek() == Some(&'\\') && chars.clone().nth(1).is_some_and(|c| matches!(c, 'i' | 'j')) {
        chars.next();
    }
    match chars.next_if(|c| c.is_alphabetic()) {
        Some(letter) => text.extend([letter, accent]),
        None => text.push(sign),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latex_becomes_what_it_prints() {
        for (tex, expected) in [
            (r#"Bj\"orklund, Bj{\"o}rklund, Bj\"{o}rklund"#, "Björklund, Björklund, Björklund"),
            (r"Garc{\'\i}a and Garc\'{i}a", "García and García"),
            (r"\c{C}elik \v{S}imek \H{o} {\o}re {\AA}se Stra{\ss}e \L{}\'od\'z", "Çelik Šimek ő øre Åse Straße Łódź"),
            (r"IL-1{$\beta$} and TNF-$\alpha$, \textbeta, $\Delta$", "IL-1β and TNF-α, β, Δ"),
            (r"50\% of \$ \& \#1\_a", "50% of $ & #1_a"),
            ("1209--1217 --- so", "1209–1217 — so"),
            ("``so'' and {IL-6}~levels", "“so” and IL-6 levels"),
            (r"a\textbraceright{}, \textbackslash{}x \textasciitilde{}", r"a}, \x ~"),
            (r"\emph{In vivo} \textbf{it} CO$_2$ \unknown{is}", "In vivo it CO2 is"),
            (r"\~{} \' \", "~ '"),
            (r"Na\\me", "Na me"),
        ] {
            assert_eq!(plain(tex), expected, "{tex}");
        }
    }
}
