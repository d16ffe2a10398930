//! Puts things on a page, in the words of a drawing.

use std::ops::Range;

use super::page::{Address, Anchor, Area, Form, Item, MIDDLE, Pattern, Point, Shape, Stroke, Text, clean};
use crate::{
    address::checked_address,
    model::{Effect, Grade, Kind},
    signs::{
        self, Part,
        line::{heading, length, shortened},
    },
    text::{Piece, Shaper, filled},
    theme::Rgb,
};

/// Items in the making.
#[derive(Debug, Default)]
pub(super) struct Pen {
    pub(super) items: Vec<Item>,
}

impl Pen {
    pub(super) fn shape(&mut self, form: Form, fill: Option<Rgb>, stroke: Option<Stroke>) {
        self.items.push(Item::Shape(Shape { form, fill, stroke }));
    }

    pub(super) fn fill(&mut self, form: Form, colour: Rgb) {
        self.shape(form, Some(colour), None);
    }

    pub(super) fn line(&mut self, points: Vec<Point>, stroke: Stroke) {
        self.shape(Form::Line(points), None, Some(stroke));
    }

    /// A line of text from a place to the right; its width is the caller's to know.
    pub(super) fn text(&mut self, at: Point, size: f32, colour: Rgb, text: &str) {
        self.write(Text { at, anchor: Anchor::Start, size, bold: false, colour, text: clean(text) });
    }

    pub(super) fn bold(&mut self, at: Point, size: f32, colour: Rgb, text: &str) {
        self.write(Text { at, anchor: Anchor::Start, size, bold: true, colour, text: clean(text) });
    }

    /// A line of text about a point.
    pub(super) fn centred(&mut self, (x, y): Point, size: f32, bold: bool, colour: Rgb, text: &str) {
        let at = (x, y + MIDDLE * size);
        self.write(Text { at, anchor: Anchor::Middle, size, bold, colour, text: clean(text) });
    }

    pub(super) fn write(&mut self, text: Text) {
        if !text.text.is_empty() {
            self.items.push(Item::Text(text));
        }
    }

    /// A place that leads to an address, if it is one that may be opened.
    pub(super) fn address(&mut self, area: Area, address: &str) {
        if let Some(url) = checked_address(address) {
            self.items.push(Item::Address(Address { area, url: url.into() }));
        }
    }

    /// What `draw` draws, under one spoken name.
    pub(super) fn group(&mut self, name: &str, draw: impl FnOnce(&mut Self)) {
        let mut inner = Self::default();
        draw(&mut inner);
        if !inner.items.is_empty() {
            self.items.push(Item::Group(clean(name), inner.items));
        }
    }

    /// A link's line and its end.
    pub(super) fn wire(&mut self, points: &[Point], effects: &[Effect], grade: Grade, colour: Rgb, ground: Rgb) {
        if heading(points).is_some() {
            self.wire_line(&shortened(points, signs::covered_by(effects)), grade, colour);
            for (effect, begins) in signs::in_a_row(effects) {
                self.wire_end(&shortened(points, begins), effect, grade, colour, ground);
            }
        }
    }

    /// A link's line alone: its pattern begins and ends with its mark, as in the window.
    pub(super) fn wire_line(&mut self, points: &[Point], grade: Grade, colour: Rgb) {
        let length = length(points);
        let (width, pattern) = match signs::pattern(grade) {
            signs::Pattern::Solid => (signs::width(grade), Pattern::Solid),
            signs::Pattern::Dashes(dash, gap) => {
                let stretch = signs::fitted(length, dash, gap);
                (signs::width(grade), Pattern::Dashes(dash * stretch, gap * stretch))
            }
            signs::Pattern::Dots(radius, every) => {
                (2.0 * radius, Pattern::Dots(every * signs::fitted(length, 0.0, every)))
            }
        };
        self.line(points.to_vec(), Stroke { colour, width, pattern });
    }

    /// A link's end alone: arrow raises, bar lowers, open diamond mixed, ring no effect, dot unknown.
    fn wire_end(&mut self, points: &[Point], effect: Effect, grade: Grade, colour: Rgb, ground: Rgb) {
        let Some((&tip, (right, down))) = points.last().zip(heading(points)) else { return };
        let back = |(along, across): signs::Point| {
            (tip.0 - right * along - down * across, tip.1 - down * along + right * across)
        };
        let outline = Some(Stroke::solid(colour, signs::OUTLINE));
        match effect {
            Effect::Raises => self.fill(Form::Polygon(signs::arrow(grade).map(back).to_vec()), colour),
            Effect::Lowers => self.fill(Form::Polygon(signs::BAR.map(back).to_vec()), colour),
            Effect::Mixed => {
                self.shape(Form::Polygon(signs::DIAMOND.map(back).to_vec()), Some(ground), outline);
            }
            Effect::NoEffect => self.shape(Form::Disc(back(signs::RING.0), signs::RING.1), Some(ground), outline),
            Effect::Unknown => self.fill(Form::Disc(back(signs::DOT.0), signs::DOT.1), colour),
        }
    }

    /// A kind's mark, about `r` in radius.
    pub(super) fn mark(&mut self, kind: Kind, at: Point, r: f32, colour: Rgb) {
        let place = |(x, y): signs::Point| (at.0 + r * x, at.1 + r * y);
        let line = Stroke::solid(colour, (r * signs::MARK_LINE).max(1.0));
        for part in signs::mark(kind) {
            match part {
                Part::Filled(corners) => self.fill(Form::Polygon(corners.into_iter().map(place).collect()), colour),
                Part::Line(points) => self.line(points.into_iter().map(place).collect(), line),
                Part::Disc(middle, radius) => self.fill(Form::Disc(place(middle), r * radius), colour),
                Part::Circle(radius) => self.shape(Form::Disc(at, r * radius), None, Some(line)),
                Part::Box((w, h), round) => {
                    self.fill(Form::Box(Area::around(at, 2.0 * r * w, 2.0 * r * h), r * round), colour);
                }
                Part::Frame(half, round) => {
                    let area = Area::around(at, 2.0 * r * half, 2.0 * r * half);
                    self.shape(Form::Box(area, r * round), None, Some(line));
                }
            }
        }
    }

    /// A badge: a disc with a sign in it.
    pub(super) fn badge(&mut self, at: Point, sign: &str, r: f32, colour: Rgb, ground: Rgb) {
        self.shape(Form::Disc(at, r), Some(ground), Some(Stroke::solid(colour, (r * 0.16).max(1.0))));
        self.centred(at, r * 1.45, true, colour, sign);
    }
}

/// A text in lines no wider than `width`, broken at spaces; a word that is wider alone is broken anywhere.
pub(super) fn broken(shaper: &Shaper, text: &str, size: f32, bold: bool, width: f32) -> Vec<String> {
    let text = clean(text);
    let wide = |part: &str| shaper.width(part, size, bold);
    let space = wide(" ");
    let mut parts: Vec<&str> = Vec::new();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut add = |part, apart, width| {
        parts.push(part);
        pieces.push(Piece { apart, width });
    };
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let whole = wide(word);
        if whole <= width {
            add(word, space, whole);
            continue;
        }
        // It begins a line and goes on letter by letter.
        for (i, letter) in word.split_inclusive(|_| true).enumerate() {
            add(letter, if i == 0 { f32::INFINITY } else { 0.0 }, wide(letter));
        }
    }
    let line = |places: Range<usize>| {
        let mut line = String::new();
        for place in places {
            line.push_str(if line.is_empty() || pieces[place].apart != space { "" } else { " " });
            line.push_str(parts[place]);
        }
        line
    };
    filled(&pieces, width).into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_break_where_they_are_too_wide() {
        let shaper = Shaper::default();
        let text = format!("Blood-cell production in the skull {} ends", "x".repeat(80));
        let lines = broken(&shaper, &text, 10.0, false, 90.0);
        assert!(lines.len() > 5);
        assert!(lines.iter().all(|line| shaper.width(line, 10.0, false) <= 91.0), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        assert!(broken(&shaper, "", 10.0, false, 90.0).is_empty());
    }

    #[test]
    fn only_good_addresses_are_put_on_a_page() {
        let mut pen = Pen::default();
        for bad in ["javascript:alert(1)", "file:///etc/passwd", "https://a@b.org/", "http:\\\\x"] {
            pen.address(Area::default(), bad);
        }
        assert!(pen.items.is_empty());
        pen.address(Area::default(), "https://doi.org/10.1000/182");
        assert_eq!(pen.items.len(), 1);
    }
}
