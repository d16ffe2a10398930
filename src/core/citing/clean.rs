//! Pasted texts without what web pages and typesetters leave in them.

use crate::model::one_line;

/// Tags that titles have on web pages and in what publishers hand out.
const TAGS: [&str; 14] =
    ["i", "b", "em", "strong", "sub", "sup", "span", "p", "scp", "u", "br", "title", "inline-formula", "sc"];

/// A text without characters that nobody sees: spaces without width, marks of direction, soft hyphens. Joiners stay, which
/// some scripts need.
pub(super) fn seen(text: &str) -> String {
    let hidden = |c: char| matches!(c, '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
    text.chars().filter(|&c| !hidden(c)).collect()
}

/// A field in one line, without tags and with its entities as characters.
pub(super) fn field(text: &str) -> String {
    let text = one_line(&seen(text));
    if text.contains(['<', '&']) { one_line(&entities(&untagged(&text))) } else { text }
}

/// A title: no full stop at its end.
pub(super) fn title(text: &str) -> String {
    let text = field(text);
    match text.strip_suffix('.') {
        Some(front) if !front.ends_with('.') => front.trim_end().to_owned(),
        _ => text,
    }
}

fn untagged(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((front, behind)) = rest.split_once('<') {
        kept.push_str(front);
        let tag = behind.split_once('>').filter(|(tag, _)| is_tag(tag));
        kept.push_str(if tag.is_some() { "" } else { "<" });
        rest = tag.map_or(behind, |(_, behind)| behind);
    }
    kept + rest
}

fn is_tag(tag: &str) -> bool {
    let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default().to_ascii_lowercase();
    TAGS.contains(&name.as_str()) || name.starts_with("jats:") || name.starts_with("mml:")
}

/// A text with its entities as characters.
pub(super) fn entities(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((front, behind)) = rest.split_once('&') {
        kept.push_str(front);
        let entity = behind.split_once(';').and_then(|(name, behind)| Some((entity(name)?, behind)));
        kept.push(entity.map_or('&', |(c, _)| c));
        rest = entity.map_or(behind, |(_, behind)| behind);
    }
    kept + rest
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        "ndash" => Some('–'),
        "mdash" => Some('—'),
        _ => {
            let number = name.strip_prefix('#')?;
            let hexadecimal = number.strip_prefix(['x', 'X']);
            let code = hexadecimal.map_or_else(|| number.parse(), |digits| u32::from_str_radix(digits, 16));
            code.ok().and_then(char::from_u32)
        }
    }
}

/// The first year of a text: `2025-09-01`, `2025 Sep`, `Spring 2025`.
pub(super) fn year(text: &str) -> i32 {
    let runs = text.split(|c: char| !c.is_ascii_digit());
    runs.filter(|run| run.len() == 4).find_map(|run| run.parse().ok()).unwrap_or(0)
}

/// Pages as one writes them here: `345-350` for `345--350`, `345 – 350`.
pub(super) fn pages(text: &str) -> String {
    let text = field(text).replace(['–', '—', '\u{2010}', '\u{2011}', '\u{2212}'], "-");
    let ends: Vec<&str> = text.split('-').map(str::trim).filter(|end| !end.is_empty()).collect();
    match ends[..] {
        [first, last] if first == last => first.to_owned(),
        _ => ends.join("-"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_pages_leave_in_texts_is_gone() {
        for (text, plain) in [
            ("<i>In vivo</i> and  <sub>2</sub>", "In vivo and 2"),
            ("p < 0.05 & q > 1", "p < 0.05 & q > 1"),
            ("Brain, Behavior, &amp; Immunity", "Brain, Behavior, & Immunity"),
            ("a &#8211; b&#x2013;c &unknown; &", "a – b–c &unknown; &"),
            ("in\u{AD}flam\u{200B}ma\ntion", "inflamma tion"),
            ("<jats:title>So</jats:title>", "So"),
        ] {
            assert_eq!(field(text), plain);
        }
        assert_eq!(["So it is.", "Why?", "And so ...", "."].map(title), ["So it is", "Why?", "And so ...", ""]);
    }

    #[test]
    fn years_and_pages_are_found() {
        assert_eq!(["2025-09-01", "Sep 2025", "12345", "", "19 1998"].map(year), [2025, 2025, 0, 0, 1998]);
        let read = ["345--350", "345 – 350", "e12", "7-7", "-", "S1-S4"].map(pages);
        assert_eq!(read, ["345-350", "345-350", "e12", "7", "", "S1-S4"]);
    }
}
