//! A question with room for its answer, and an answer with its reason and its sources.

use super::{
    flow::{EDGE, Row},
    maker::{Maker, TEXT},
};
use crate::{
    export::{
        page::{Area, Form, MIDDLE, Stroke},
        pen::{Pen, broken},
    },
    lesson::{Question, QuestionKind},
    theme::Rgb,
};

/// Room at the left for the numbers of questions, in points.
const INDENT: f32 = 24.0;
/// Height of a line to write on, in points.
const RULED: f32 = 23.0;

/// A question, and choices to tick or lines to write on.
pub(super) fn asked(made: &Maker<'_>, question: &Question) -> Vec<Row> {
    let width = width(made);
    let mut rows = numbered(made, question.number, &question.prompt, true);
    rows.push(Row::gap(3.0));
    if question.written {
        let lines = match question.kind {
            QuestionKind::BlankLabel | QuestionKind::BlankSign => 1,
            QuestionKind::MissingLink | QuestionKind::Grade | QuestionKind::Push => 2,
            QuestionKind::Loop | QuestionKind::WeakestLink => 3,
        };
        let rule = Stroke::solid(made.palette.weak, 0.7);
        let line = vec![(EDGE + INDENT, RULED - 2.0), (EDGE + INDENT + width, RULED - 2.0)];
        rows.extend((0..lines).map(|_| Row::drawn(RULED, |pen| pen.line(line.clone(), rule))));
    } else {
        rows.extend(choices(made, &question.choices, width));
    }
    rows.push(Row::gap(15.0));
    rows
}

/// An answer: the question in short, what is right, why, and on whose word.
pub(super) fn answered(made: &Maker<'_>, question: &Question) -> Vec<Row> {
    let palette = &made.palette;
    let letter = if question.written { String::new() } else { format!("{}) ", letter(question.answer)) };
    let mut rows = numbered(made, question.number, &format!("{letter}{}", question.right()), true);
    rows.extend(paragraph(made, &question.prompt, 9.0, palette.weak));
    rows.extend(paragraph(made, &question.why, 9.5, palette.text));
    let sources: Vec<String> =
        question.sources.iter().filter_map(|id| made.sheet.part.source(id)).map(|source| source.short()).collect();
    if !sources.is_empty() {
        rows.extend(paragraph(made, &format!("Sources: {}", sources.join("; ")), 9.0, palette.weak));
    }
    rows.push(Row::gap(11.0));
    rows
}

/// Width of texts beside the numbers: as on upright pages.
fn width(made: &Maker<'_>) -> f32 {
    made.paper.size().0 - 2.0 * EDGE - INDENT
}

/// A number, and a text beside it.
fn numbered(made: &Maker<'_>, number: u32, text: &str, bold: bool) -> Vec<Row> {
    let palette = &made.palette;
    let lines = broken(&made.shaper, text, TEXT, bold, width(made));
    let row = |(i, line): (usize, &String)| {
        Row::drawn(TEXT * 1.38, |pen| {
            if i == 0 {
                pen.bold((EDGE, TEXT), TEXT, palette.accent, &format!("{number}."));
            }
            if bold {
                pen.bold((EDGE + INDENT, TEXT), TEXT, palette.text, line);
            } else {
                pen.text((EDGE + INDENT, TEXT), TEXT, palette.text, line);
            }
        })
    };
    lines.iter().enumerate().map(row).collect()
}

fn paragraph(made: &Maker<'_>, text: &str, size: f32, colour: Rgb) -> Vec<Row> {
    let lines = broken(&made.shaper, text, size, false, width(made));
    let row = |line: &String| Row::drawn(size * 1.4, |pen| pen.text((EDGE + INDENT, size), size, colour, line));
    lines.iter().map(row).collect()
}

/// Choices with boxes to tick: side by side where all are short.
fn choices(made: &Maker<'_>, choices: &[String], width: f32) -> Vec<Row> {
    /// From a choice's left to its text.
    const TAB: f32 = 33.0;
    let longest = choices.iter().map(|choice| made.shaper.width(choice, TEXT, false)).fold(0.0, f32::max);
    let columns = [4, 2, 1].into_iter().find(|&n| longest + TAB + 14.0 <= width / n as f32).unwrap_or(1);
    let column = width / columns as f32;
    let numbered: Vec<(usize, &String)> = choices.iter().enumerate().collect();
    let mut rows = Vec::new();
    for side_by_side in numbered.chunks(columns) {
        let mut pen = Pen::default();
        let mut height = 0.0_f32;
        for (k, (i, choice)) in side_by_side.iter().enumerate() {
            let x = EDGE + INDENT + k as f32 * column;
            let lines = broken(&made.shaper, choice, TEXT, false, column - TAB);
            let middle = TEXT * (1.0 - MIDDLE) + 2.0;
            let tick = Area::around((x + 5.0, middle), 9.5, 9.5);
            pen.shape(Form::Box(tick, 1.5), None, Some(Stroke::solid(made.palette.text, 0.9)));
            pen.text((x + 16.0, TEXT + 2.0), TEXT, made.palette.text, &format!("{})", letter(*i)));
            for (line, text) in lines.iter().enumerate() {
                let base = TEXT + 2.0 + line as f32 * TEXT * 1.3;
                pen.text((x + TAB, base), TEXT, made.palette.text, text);
            }
            height = height.max(lines.len().max(1) as f32 * TEXT * 1.3 + 6.0);
        }
        rows.push(Row { height, items: pen.items });
    }
    rows
}

/// The letter of a choice: A, B, C; numbers beyond Z.
fn letter(i: usize) -> String {
    u8::try_from(i).ok().filter(|i| *i < 26).map_or_else(|| (i + 1).to_string(), |i| char::from(b'A' + i).to_string())
}
