//! Lines of text as outlines: where a page needs letters that no document can carry, or is wanted without fonts.

use std::ops::Range;

use super::page::{Item, Outline, Page, Point, Segment, Text};
use crate::text::{OutlinePen, Shaper};

/// Which lines become outlines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lines {
    /// All of them.
    All,
    /// Those with letters that the bundled fonts lack and others have.
    Foreign,
}

/// A page with lines of text as outlines.
pub(super) fn outlined(mut page: Page, lines: Lines, shaper: &Shaper) -> Page {
    page.items.iter_mut().for_each(|item| outline(item, lines, shaper));
    page
}

fn outline(item: &mut Item, lines: Lines, shaper: &Shaper) {
    match item {
        Item::Text(text) if lines == Lines::All || shaper.needs_more(&text.text, text.bold) => {
            *item = Item::Outline(drawn(text, shaper));
        }
        Item::Group(_, items) => items.iter_mut().for_each(|item| outline(item, lines, shaper)),
        Item::Text(_) | Item::Shape(_) | Item::Outline(_) | Item::Address(_) => {}
    }
}

fn drawn(text: &Text, shaper: &Shaper) -> Outline {
    let mut path = Vec::new();
    let width = shaper.shape(&text.text, text.bold).1 * text.size;
    let start = text.start(width);
    let mut pen = Pen { path: &mut path, size: text.size, at: (0.0, 0.0) };
    shaper.draw(&text.text, text.bold, &mut pen, |pen, (x, y)| {
        pen.at = (start + x * text.size, text.at.1 - y * text.size);
    });
    let piece = |(bytes, x, wide): (Range<usize>, f32, f32)| {
        let said = text.text.get(bytes).unwrap_or_default().to_owned();
        (said, start + x * text.size, wide * text.size)
    };
    let pieces = shaper.pieces(&text.text, text.bold).into_iter().map(piece).collect();
    Outline { text: text.clone(), width, pieces, path }
}

/// Takes outlines down, in the unit of the page.
struct Pen<'a> {
    path: &'a mut Vec<Segment>,
    size: f32,
    at: Point,
}

impl Pen<'_> {
    fn place(&self, x: f32, y: f32) -> Point {
        (self.at.0 + x * self.size, self.at.1 - y * self.size)
    }
}

impl OutlinePen for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.push(Segment::Move(self.place(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.push(Segment::Line(self.place(x, y)));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.push(Segment::Quad(self.place(cx, cy), self.place(x, y)));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.path.push(Segment::Cubic(self.place(ax, ay), self.place(bx, by), self.place(x, y)));
    }

    fn close(&mut self) {
        self.path.push(Segment::Close);
    }
}
