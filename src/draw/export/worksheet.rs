//! Worksheets to hand out, and their keys: a diagram with blanks, then questions with room for answers; in shapes and
//! words alone, so that a copier without colours loses nothing.

mod flow;
mod maker;
mod questions;
#[cfg(test)]
mod tests;

use self::{
    flow::{EDGE, Flow, Row},
    maker::Maker,
};
use super::{
    error::ExportError,
    figure::{FigureOptions, NOTE, Samples, drawing, legend},
    outlines::{Lines, outlined},
    page::{Area, Form, Page, Point, Stroke, clean},
    paper::Paper,
    pdf::{Meta, pdf},
    pen::{Pen, broken},
};
use crate::{
    grammar::count,
    lesson::{Difficulty, Sheet},
    model::{Pathway, Reading},
    picture::{Picture, picture},
    text::{LABEL_SIZE, Measure, Shaper},
};

/// Size of remarks, in points.
const SMALL: f32 = 8.0;
/// Least size that labels should have in print, in points.
const READABLE: f32 = 8.0;
/// How large a drawing may get: labels larger than this look like a picture book.
const LARGEST: f32 = 12.5 / LABEL_SIZE;
/// What a blank card is as large as: room for a few words by hand.
const ROOM: &str = "Room for a longer name by hand";

/// A worksheet as pages: on the first the diagram with its blanks and the words to choose from, then the questions.
///
/// The labels and effects that it asks for are nowhere on it, unless the sheet itself lists them as words or choices.
pub fn worksheet(sheet: &Sheet, paper: Paper, measure: &mut Measure) -> Vec<Page> {
    let blank = with_blanks(sheet);
    let made = Maker::new(sheet, paper, &blank, false, measure.faces());
    let mut flow = made.first_page(measure);
    for question in &sheet.questions {
        flow.block(questions::asked(&made, question));
    }
    flow.finish(&made.palette, &made.foot(), |i, of| made.about(&worksheet_title(sheet), i, of))
}

/// The key of a worksheet as pages: the whole diagram, then every answer with its reason and its sources.
pub fn key(sheet: &Sheet, paper: Paper, measure: &mut Measure) -> Vec<Page> {
    let made = Maker::new(sheet, paper, &sheet.part, true, measure.faces());
    let mut flow = made.first_page(measure);
    for question in &sheet.questions {
        flow.block(questions::answered(&made, question));
    }
    flow.finish(&made.palette, &made.foot(), |i, of| made.about(&key_title(sheet), i, of))
}

fn key_title(sheet: &Sheet) -> String {
    format!("{}: answer key", clean(&sheet.title))
}

/// A worksheet and its key as PDF files.
///
/// # Errors
/// Where a page is too large for the format, or the fonts cannot be read.
pub fn worksheet_files(sheet: &Sheet, paper: Paper, measure: &mut Measure) -> Result<[Vec<u8>; 2], ExportError> {
    let language = &sheet.part.about().language;
    let meta = |title: String| Meta { title, subject: String::new(), language: language.clone() };
    let shaper = Shaper::with(measure.faces());
    let ready = |pages: Vec<Page>| -> Vec<Page> {
        pages.into_iter().map(|page| outlined(page, Lines::Foreign, &shaper)).collect()
    };
    let asked = pdf(&ready(worksheet(sheet, paper, measure)), &meta(worksheet_title(sheet)))?;
    let answered = pdf(&ready(key(sheet, paper, measure)), &meta(key_title(sheet)))?;
    Ok([asked, answered])
}

/// The title of a worksheet, also for what its file says of itself: that of its pathway, unless it holds a label that
/// is asked for.
fn worksheet_title(sheet: &Sheet) -> String {
    let plain = |text: &str| clean(text).to_lowercase();
    let title = plain(&sheet.title);
    let told = sheet.blanks.labels.keys().any(|id| {
        let label = plain(sheet.part.label(id));
        !label.is_empty() && title.contains(&label)
    });
    if told { "What leads to what?".to_owned() } else { clean(&sheet.title) }
}

/// The part as it is drawn for those who fill it in: blank cards are all of one size, so that none tells its label by
/// its width, and links that are asked for leave no gap.
fn with_blanks(sheet: &Sheet) -> Pathway {
    let mut parts = sheet.part.parts();
    for node in parts.nodes.iter_mut().filter(|node| sheet.blanks.labels.contains_key(&node.id)) {
        ROOM.clone_into(&mut node.label);
    }
    parts.links.retain(|link| !sheet.blanks.links.contains(&link.id));
    Pathway::from_parts(parts, Vec::new())
}

/// A way to set the first page.
#[derive(Clone, Copy)]
struct Try {
    /// On its side.
    wide: bool,
    /// With the words to choose from.
    with_words: bool,
}

/// A drawing in a place: how large, and where its top left corner is.
struct Placed {
    picture: Picture,
    scale: f32,
    corner: Point,
}

impl Maker<'_> {
    /// The first page: upright or on its side, as the drawing gets larger. Words to choose from give way to it, where
    /// it could not be read otherwise.
    fn first_page(&self, measure: &mut Measure) -> Flow {
        let mut best: Option<(f32, Flow)> = None;
        for with_words in [true, false] {
            for wide in [false, true] {
                let (scale, flow) = self.try_first_page(measure, Try { wide, with_words });
                if best.as_ref().is_none_or(|(found, _)| scale > *found + 0.02) {
                    best = Some((scale, flow));
                }
            }
            let readable = best.as_ref().is_some_and(|(scale, _)| scale * LABEL_SIZE >= READABLE);
            if readable || self.sheet.word_list.is_empty() || self.is_key {
                break;
            }
        }
        best.map_or_else(|| Flow::new(self.paper, false), |(_, flow)| flow)
    }

    fn try_first_page(&self, measure: &mut Measure, Try { wide, with_words }: Try) -> (f32, Flow) {
        let mut flow = Flow::new(self.paper, wide);
        let width = flow.width();
        flow.block(self.header(width));
        let words = if self.is_key { Vec::new() } else { self.words(width) };
        let mut foot = vec![self.legend(width)];
        if with_words {
            foot.extend(words.iter().cloned());
        }
        let below: f32 = foot.iter().map(|row| row.height).sum();
        let area = flow.room(below + 10.0);
        let placed = place(self.part, measure, area);
        let palette = &self.palette;
        let options = FigureOptions {
            reading: self.sheet.reading,
            blanks: self.sheet.blanks.clone(),
            answered: self.is_key,
            details: false,
            ..FigureOptions::new(palette)
        };
        let item = drawing(self.part, &placed.picture, &options, (placed.scale, placed.corner), &self.shaper);
        flow.put(item, placed.corner.1 + placed.picture.height as f32 * placed.scale + 8.0);
        for row in foot {
            flow.block(vec![row]);
        }
        if wide {
            // What is left of it is too low for questions.
            flow.turn_page();
        } else {
            flow.block(vec![Row::gap(12.0)]);
        }
        if !with_words {
            flow.block(words);
        }
        (placed.scale, flow)
    }

    /// The title, a line for a name and a date (or what this is), and what is to be done.
    fn header(&self, width: f32) -> Vec<Row> {
        let palette = &self.palette;
        let title = if self.is_key { clean(&self.sheet.title) } else { worksheet_title(self.sheet) };
        let mut rows: Vec<Row> = Vec::new();
        for line in broken(&self.shaper, &title, 17.0, true, width) {
            rows.push(Row::drawn(22.0, |pen| pen.bold((EDGE, 16.0), 17.0, palette.text, &line)));
        }
        if self.is_key {
            rows.push(Row::drawn(20.0, |pen| pen.bold((EDGE, 12.0), 12.0, palette.accent, "Answer key")));
            return rows;
        }
        rows.push(Row::drawn(30.0, |pen| {
            let blank = Stroke::solid(palette.weak, 0.7);
            let split = EDGE + width * 0.62;
            for (word, left, right) in [("Name", EDGE, split), ("Date", split + 16.0, EDGE + width)] {
                pen.text((left, 22.0), 10.0, palette.text, word);
                let start = left + self.shaper.width(word, 10.0, false) + 6.0;
                pen.line(vec![(start, 23.5), (right, 23.5)], blank);
            }
        }));
        let task = self.task();
        for line in broken(&self.shaper, &task, 9.5, false, width) {
            rows.push(Row::drawn(13.0, |pen| pen.text((EDGE, 11.0), 9.5, palette.text, &line)));
        }
        rows
    }

    /// What is to be done, in the order of the work.
    fn task(&self) -> String {
        let blanks = &self.sheet.blanks;
        let mut parts: Vec<&str> = Vec::new();
        if !blanks.labels.is_empty() {
            parts.push("Write into each dashed box what belongs there.");
        }
        if !blanks.signs.is_empty() {
            parts.push("At each numbered circle an arrow lost its end: decide what it does.");
        }
        if !blanks.links.is_empty() {
            parts.push("Something is missing: a question asks which arrow.");
        }
        parts.push("The numbers are those of the questions.");
        match self.sheet.reading {
            Reading::Shown => {}
            Reading::Told => parts.push("The effects are those that the article tells."),
        }
        parts.join(" ")
    }

    fn legend(&self, width: f32) -> Row {
        let mut pen = Pen::default();
        let samples = Samples::plain(&self.palette, SMALL);
        let height = legend(&mut pen, &self.shaper, &samples, (EDGE, 2.0), width);
        Row { height: height + 4.0, items: pen.items }
    }

    /// The words to choose from, each in a box.
    fn words(&self, width: f32) -> Vec<Row> {
        const SIZE: f32 = 9.5;
        let palette = &self.palette;
        if self.sheet.word_list.is_empty() {
            return Vec::new();
        }
        let title = "Words to choose from";
        let mut x = EDGE + self.shaper.width(title, SIZE, true) + 12.0;
        let mut pen = Pen::default();
        pen.bold((EDGE, 14.0), SIZE, palette.text, title);
        let mut rows = Vec::new();
        for word in &self.sheet.word_list {
            let word = clean(word);
            let wide = self.shaper.width(&word, SIZE, false) + 14.0;
            if x + wide > EDGE + width && x > EDGE {
                rows.push(Row { height: 22.0, items: std::mem::take(&mut pen.items) });
                x = EDGE;
            }
            let area = Area { x, y: 2.0, w: wide.min(width), h: 17.0 };
            pen.shape(Form::Box(area, 8.5), None, Some(Stroke::solid(palette.weak, 0.8)));
            pen.text((x + 7.0, 14.0), SIZE, palette.text, &word);
            x += wide + 7.0;
        }
        rows.push(Row { height: 26.0, items: pen.items });
        rows
    }

    /// What stands at the foot of every page.
    fn foot(&self) -> String {
        let help = match self.sheet.difficulty {
            Difficulty::Easy => "easy",
            Difficulty::Hard => "hard",
        };
        let note = NOTE.split_inclusive('.').next().unwrap_or(NOTE);
        format!("Sheet {}, {help}. {note}", self.sheet.seed)
    }

    /// A page's title and description.
    fn about(&self, title: &str, i: usize, of: usize) -> (String, String, String) {
        let questions = count(self.sheet.questions.len(), "question", "questions");
        let description = format!("Page {i} of {of}. {questions} about a diagram.");
        (title.to_owned(), description, clean(&self.part.about().language))
    }
}

/// A drawing as large as an area allows, at its top.
fn place(part: &Pathway, measure: &mut Measure, area: Area) -> Placed {
    let fitted = |picture: &Picture| {
        let (wide, high) = (picture.width.max(1.0) as f32, picture.height.max(1.0) as f32);
        (area.w / wide).min(area.h / high).min(LARGEST)
    };
    let aspect = f64::from(area.w / area.h.max(1.0));
    // A drawing does not always take the shape that is asked for; a narrower one may end up larger.
    let tried = [aspect, aspect * 0.7].map(|aspect| picture(part, measure, aspect));
    let picture = tried.into_iter().reduce(|a, b| if fitted(&b) > fitted(&a) { b } else { a }).unwrap_or_default();
    let scale = fitted(&picture);
    let wide = picture.width as f32 * scale;
    Placed { corner: (area.x + (area.w - wide) / 2.0, area.y), picture, scale }
}
