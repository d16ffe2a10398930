//! Text as it is typed: the font would join `->` into an arrow that no keyboard has.

use egui::{
    Color32, FontId,
    text::{ByteIndex, LayoutJob, LayoutSection, TextFormat},
};

/// A text whose marks stand apart: letters are only joined within a section, so each mark is one of its own.
pub(super) fn unjoined(text: &str, font: &FontId, color: Color32, width: f32) -> LayoutJob {
    let mut job = LayoutJob { text: text.to_owned(), ..LayoutJob::default() };
    job.wrap.max_width = width;
    // By hand: the job's own `append` makes one section of neighbours that look alike.
    let mut add = |from: usize, to: usize| {
        if from < to {
            let byte_range = ByteIndex(from)..ByteIndex(to);
            let format = TextFormat::simple(font.clone(), color);
            job.sections.push(LayoutSection { leading_space: 0.0, byte_range, format });
        }
    };
    let mut start = 0;
    for (at, mark) in text.char_indices().filter(|(_, c)| !c.is_alphanumeric() && !c.is_whitespace()) {
        add(start, at);
        start = at + mark.len_utf8();
        add(at, start);
    }
    add(start, text.len());
    job
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_marks_share_a_section() {
        let job = unjoined("Stress -> IL-6 -| ruhig", &FontId::proportional(13.0), Color32::BLACK, 100.0);
        let pieces: Vec<&str> = job
            .sections
            .iter()
            .map(|section| &job.text[section.byte_range.start.0..section.byte_range.end.0])
            .collect();
        assert_eq!(pieces, ["Stress ", "-", ">", " IL", "-", "6 ", "-", "|", " ruhig"]);
    }
}
