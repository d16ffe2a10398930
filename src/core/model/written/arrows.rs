//! Arrows as they are typed, and as word processors, phones and pages make them.

use super::signs::{is_closing, is_opening, sign};
use crate::model::Effect;

/// The plain arrow of each effect.
pub const ARROWS: [(&str, Effect); 5] = [
    ("->", Effect::Raises),
    ("-|", Effect::Lowers),
    ("-<>", Effect::Mixed),
    ("-0", Effect::NoEffect),
    ("-?", Effect::Unknown),
];

/// What an arrow says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// What it does to what it points at.
    pub effect: Effect,
    /// Whether it points to the left, from what stands behind it to what stands before it.
    pub back: bool,
}

/// The plain arrow of an effect.
pub fn arrow_of(effect: Effect) -> &'static str {
    ARROWS.iter().find(|(_, known)| *known == effect).map_or("-?", |(arrow, _)| arrow)
}

/// The texts between the arrows of a chain, and the arrows, one fewer.
///
/// # Errors
/// One sentence, where something looks like an arrow and says nothing that can be read.
pub fn split_at_arrows(chain: &str) -> Result<(Vec<&str>, Vec<Arrow>), String> {
    let (mut texts, mut arrows) = (Vec::new(), Vec::new());
    let (mut start, mut at) = (0, 0);
    while let Some((from, to)) = next_run(chain, at) {
        let piece = |range: std::ops::Range<usize>| chain.get(range).unwrap_or_default();
        let (before, run, after) = (piece(0..from), piece(from..to), piece(to..chain.len()));
        // `a (->) b`: brackets and what is in them are a sign.
        let in_brackets = before.trim_end().ends_with(is_opening) && after.trim_start().starts_with(is_closing);
        if let Some(arrow) = read(before, run, after)?.filter(|_| !in_brackets || sign(run).is_none()) {
            texts.push(piece(start..from));
            arrows.push(arrow);
            start = to;
        }
        at = to;
    }
    texts.push(chain.get(start..).unwrap_or_default());
    Ok((texts, arrows))
}

/// Where the next characters lie that may be an arrow together.
fn next_run(text: &str, at: usize) -> Option<(usize, usize)> {
    let rest = text.get(at..)?;
    let start = at + rest.find(|c| part(c).is_some())?;
    let mut end = start;
    let mut chars = text.get(start..)?.chars().peekable();
    let mut shaft = false;
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let inside = next.is_some_and(|next| part(next).is_some());
        let closes = next.is_none_or(char::is_whitespace) && is_apart(text, start);
        // A sign on the shaft, or at its end: `-+->`, `-0`. A hyphen before a number is most often none: `IL-0`.
        let is_mark = shaft && (inside && matches!(c, '+' | '±' | '/') || (inside || closes) && matches!(c, '0' | '?'));
        if part(c).is_none() && !is_mark {
            break;
        }
        shaft = part(c).is_some_and(|part| part.starts_with('-')) || c == '\u{fe0f}' && shaft;
        end += c.len_utf8();
    }
    Some((start, end))
}

/// Whether a space or nothing stands before a place.
fn is_apart(text: &str, place: usize) -> bool {
    text.get(..place).and_then(|before| before.chars().next_back()).is_none_or(char::is_whitespace)
}

/// The arrow that a run of characters is; `None` where it belongs to a name, such as the hyphen of `IL-6`.
fn read(before: &str, run: &str, after: &str) -> Result<Option<Arrow>, String> {
    let mut plain = String::new();
    for c in run.chars() {
        let more = part(c).map_or_else(|| c.to_string(), str::to_owned);
        // However long the shaft and however many heads: `-->`, `->>`, `-||`.
        for c in more.chars().filter(|&c| c != ' ') {
            if !plain.ends_with(c) {
                plain.push(c);
            }
        }
    }
    let arrow = |effect, back| Ok(Some(Arrow { effect, back }));
    // A line of hyphens may be as long as a file.
    let shown: String = run.chars().take(12).collect();
    let between_spaces = before.ends_with(char::is_whitespace) && after.starts_with(char::is_whitespace);
    match plain.as_str() {
        _ if matches!(run, "<=" | ">=") => Ok(None),
        "->" | "-+>" | "-+->" => arrow(Effect::Raises, false),
        "-|" | "->|" => arrow(Effect::Lowers, false),
        "-<>" | "-<>-" | "-±>" | "-±->" => arrow(Effect::Mixed, false),
        "-0" | "-0>" | "-0->" | "-/>" | "-/->" => arrow(Effect::NoEffect, false),
        "-?" | "-?>" | "-?->" => arrow(Effect::Unknown, false),
        "<-" => arrow(Effect::Raises, true),
        "|-" => arrow(Effect::Lowers, true),
        ">" if between_spaces => arrow(Effect::Raises, false),
        "<->" | "|-|" | "<-|" | "|->" => Err(format!("“{shown}” points both ways; write a line for each direction")),
        // A bar or a bracket in a name, a dash between two words.
        other if !other.contains('-') || !other.contains(['>', '<', '|']) => Ok(None),
        _ => {
            let known: Vec<String> =
                ARROWS.iter().map(|(arrow, effect)| format!("{arrow} ({})", effect.label())).collect();
            Err(format!("“{shown}” is no arrow that can be read; write one of {}", known.join(", ")))
        }
    }
}

/// What a character is in an arrow, in plain ones: `-` of the shaft, `>` and `|` at its end, `<>` the diamond.
fn part(c: char) -> Option<&'static str> {
    Some(match c {
        '-' | '=' | '~' | '‐'..='―' | '−' | '⁃' | '─' | '━' | '═' | '⎯' | '⏤' | '﹣' | '－' | '～' | '＝' => {
            "-"
        }
        '>' | '›' | '»' | '＞' | '►' | '▶' | '▸' => ">",
        '<' | '‹' | '«' | '＜' => "<",
        '|' | '¦' | '│' | '┃' | '∣' | '❘' | '❙' | 'ǀ' | '｜' => "|",
        // The last two are what a word processor makes of `-->` and `==>`, in a font of signs.
        '→'
        | '↝'
        | '↠'
        | '↣'
        | '↦'
        | '⇀'
        | '⇁'
        | '⇉'
        | '⇒'
        | '⇛'
        | '⇝'
        | '⇢'
        | '⇨'
        | '⇾'
        | '⟶'
        | '⟹'
        | '⟼'
        | '⟾'
        | '⟿'
        | '➔'
        | '➙'..='➯'
        | '➱'..='➾'
        | '⤏'
        | '⤑'
        | '￫'
        | '\u{1f812}'..='\u{1f8ab}'
        | '\u{f0e0}'
        | '\u{f0e8}' => "->",
        '←' | '⇐' | '⇠' | '⇦' | '⟵' | '⟸' | '⬅' | '￩' | '\u{f0df}' | '\u{f0e7}' => "<-",
        '↔' | '⇄' | '⇆' | '⇋' | '⇌' | '⇔' | '⟷' | '⟺' | '⬌' => "<->",
        '⊣' | '⟞' | '⫣' | '┤' | '┥' | '┨' | '┫' | '⇥' => "-|",
        '⊢' | '⟝' | '├' | '┝' | '┠' | '┣' | '⇤' => "|-",
        '↛' | '⇏' | '⇸' => "-/>",
        '◇' | '◆' | '◊' | '⋄' | '⬦' => "<>",
        '○' | '◦' | '∅' | '⚬' => "0",
        '⊸' => "-0",
        '•' | '●' => "?",
        // Asks for a coloured sign on phones, and shows nothing.
        '\u{fe0e}' | '\u{fe0f}' => " ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(chain: &str, expected: &str) {
        let spelled = match split_at_arrows(chain) {
            Err(why) => format!("no: {why}"),
            Ok((texts, arrows)) => {
                let mut spelled = texts[0].trim().to_owned();
                for (text, arrow) in texts[1..].iter().zip(arrows) {
                    let back = if arrow.back { "back " } else { "" };
                    spelled += &format!(" {back}{} {}", arrow.effect.label(), text.trim());
                }
                spelled
            }
        };
        assert!(spelled == expected || expected == "no" && spelled.starts_with("no: "), "{chain}: {spelled}");
    }

    #[test]
    fn arrows_are_read_however_they_are_made() {
        for arrow in [
            "->",
            "-->",
            "--->",
            "->>",
            "=>",
            "==>",
            "~>",
            "–>",
            "—>",
            "−>",
            "-›",
            "→",
            "⟶",
            "⇒",
            "⟹",
            "➔",
            "➜",
            "➡",
            "➡\u{fe0f}",
            "-→",
            "─>",
            "──►",
            "\u{f0e0}",
            "\u{f0e8}",
            "-+->",
            "-+>",
            "🡒",
            ">",
            "»",
            "＞",
        ] {
            check(&format!("a {arrow} b"), "a raises b");
        }
        for arrow in
            ["-|", "--|", "–|", "—|", "−|", "=|", "⊣", "-⊣", "─┤", "┤", "-¦", "-│", "–∣", "->|", "→|", "⇥", "-||"]
        {
            check(&format!("a {arrow} b"), "a lowers b");
        }
        for (arrow, effect) in [
            ("-<>", "mixed"),
            ("–<>", "mixed"),
            ("-◇", "mixed"),
            ("-±->", "mixed"),
            ("-0", "no effect"),
            ("–0", "no effect"),
            ("-○", "no effect"),
            ("↛", "no effect"),
            ("-/->", "no effect"),
            ("-?", "unknown"),
            ("—?", "unknown"),
            ("-?->", "unknown"),
        ] {
            check(&format!("a {arrow} b"), &format!("a {effect} b"));
        }
        check("a->b-|c", "a raises b lowers c");
        check("IL-6→TNF-α⊣BDNF", "IL-6 raises TNF-α lowers BDNF");
        for chain in ["a  ->b", "a-> b", "a ---> b", "a->b", "  a\t->   b "] {
            check(chain, "a raises b");
        }
        check("IL-6-> TNF-α", "IL-6 raises TNF-α");
        check("a <- b ⟵ c", "a back raises b back raises c");
        check("a |- b", "a back lowers b");
    }

    #[test]
    fn what_belongs_to_a_name_stays_there() {
        for name in [
            "IL-6",
            "blood–brain barrier",
            "Sleep — poor",
            "BMI >= 30",
            "Age>65",
            "a | b",
            "miR-0",
            "a -- b",
            "x = 3",
            "why-?",
        ] {
            check(name, name);
        }
        check("miR-0-3p -> IL-1β", "miR-0-3p raises IL-1β");
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        for chain in ["a <-> b", "a<->b", "a <--> b", "a ↔ b", "a |-| b", "a -|> b", "a ->- b"] {
            check(chain, "no");
        }
        check("a <-> b", "no: “<->” points both ways; write a line for each direction");
    }
}
