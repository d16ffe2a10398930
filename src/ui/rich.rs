//! Texts of steps: the little Markdown that they may have, `**bold**` and `*emphasis*`.

use egui::{Color32, FontId, TextFormat, text::LayoutJob};

use super::style::bold;

/// A text with its bold and emphasised parts; marks that are not closed stand as they are.
pub(super) fn rich(text: &str, size: f32, colour: Color32) -> LayoutJob {
    let mut job = LayoutJob::default();
    for (part, is_bold, is_slanted) in parts(text) {
        let font = if is_bold { bold(size) } else { FontId::proportional(size) };
        let mut format = TextFormat::simple(font, colour);
        format.italics = is_slanted;
        format.line_height = Some((size * 1.3).round());
        job.append(part, 0.0, format);
    }
    job
}

/// The text in pieces: what, whether bold, whether emphasised.
fn parts(text: &str) -> Vec<(&str, bool, bool)> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('*') {
        let (before, marked) = rest.split_at(start);
        let mark = if marked.starts_with("**") { "**" } else { "*" };
        let inner = marked.get(mark.len()..).unwrap_or_default();
        let Some(end) = inner.find(mark).filter(|&end| end > 0) else {
            let (whole, left) = rest.split_at(start + mark.len());
            parts.push((whole, false, false));
            rest = left;
            continue;
        };
        parts.push((before, false, false));
        parts.push((inner.get(..end).unwrap_or_default(), mark == "**", mark == "*"));
        rest = inner.get(end + mark.len()..).unwrap_or_default();
    }
    parts.push((rest, false, false));
    parts.retain(|(text, ..)| !text.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_and_emphasis_are_read_and_open_marks_stand() {
        let read = |text| {
            parts(text).iter().map(|(t, b, i)| format!("{t}|{}{}", u8::from(*b), u8::from(*i))).collect::<Vec<_>>()
        };
        assert_eq!(read("a **b c** d *e*"), ["a |00", "b c|10", " d |00", "e|01"]);
        assert_eq!(read("2 * 3"), ["2 *|00", " 3|00"]);
        assert_eq!(read("**open"), ["**|00", "open|00"]);
        assert_eq!(read(""), Vec::<String>::new());
        assert_eq!(read("*a***"), ["a|01", "**|00"]);
    }
}
