//! What a page shows, in PDF's own short words.

use super::{
    fonts::{Fonts, Line},
    objects::hex_text,
};
use crate::{
    export::{
        page::{Area, Form, Item, Outline, Page, Pattern, Point, ROUND, Segment, Shape, Stroke, Text},
        svg::number,
    },
    theme::Rgb,
};

/// Contents in the making.
pub(super) struct Content<'a> {
    out: String,
    fonts: &'a Fonts<'a>,
}

impl<'a> Content<'a> {
    /// The contents of a page.
    pub(super) fn of(page: &Page, fonts: &'a Fonts<'a>) -> String {
        let mut content = Self { out: String::new(), fonts };
        // From the top left, y downwards.
        content.out.push_str(&format!("1 0 0 -1 0 {} cm\n", number(page.height)));
        let whole = Area { x: 0.0, y: 0.0, w: page.width, h: page.height };
        content.shape(&Shape { form: Form::Box(whole, 0.0), fill: Some(page.ground), stroke: None });
        for item in &page.items {
            content.item(item);
        }
        content.out
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Shape(shape) => self.shape(shape),
            Item::Text(text) => self.text(text),
            Item::Outline(outline) => self.outline(outline),
            Item::Group(_, items) => items.iter().for_each(|item| self.item(item)),
            Item::Address(_) => {}
        }
    }

    fn shape(&mut self, shape: &Shape) {
        if let Some(fill) = shape.fill {
            self.out.push_str(&format!("{} rg\n", colour(fill)));
        }
        if let Some(stroke) = shape.stroke {
            self.stroke(stroke);
        }
        match &shape.form {
            Form::Line(points) => self.path(points, false),
            Form::Polygon(points) => self.path(points, true),
            Form::Disc((x, y), r) => self.rounded(Area { x: x - r, y: y - r, w: 2.0 * r, h: 2.0 * r }, *r),
            Form::Box(area, radius) if *radius > 0.0 => {
                self.rounded(*area, radius.min(area.w / 2.0).min(area.h / 2.0).max(0.0));
            }
            Form::Box(area, _) => self.numbers(&[area.x, area.y, area.w, area.h], "re"),
        }
        self.out.push_str(match (shape.fill, shape.stroke) {
            (Some(_), Some(_)) => "B\n",
            (Some(_), None) => "f\n",
            (None, Some(_)) => "S\n",
            (None, None) => "n\n",
        });
    }

    fn stroke(&mut self, stroke: Stroke) {
        self.out.push_str(&format!("{} RG {} w ", colour(stroke.colour), number(stroke.width)));
        self.out.push_str(&match stroke.pattern {
            Pattern::Solid => "[] 0 d 0 J 1 j\n".to_owned(),
            Pattern::Dashes(dash, gap) => format!("[{} {}] 0 d 0 J 1 j\n", number(dash), number(gap)),
            // A dash without length and with a round cap is a dot.
            Pattern::Dots(every) => format!("[0 {}] 0 d 1 J 1 j\n", number(every)),
        });
    }

    fn path(&mut self, points: &[Point], closed: bool) {
        for (i, &(x, y)) in points.iter().enumerate() {
            self.numbers(&[x, y], if i == 0 { "m" } else { "l" });
        }
        if closed && !points.is_empty() {
            self.out.push_str("h\n");
        }
    }

    /// A rectangle with round corners; a circle, where nothing else is left.
    fn rounded(&mut self, area: Area, r: f32) {
        let (left, top, right, bottom) = (area.x, area.y, area.right(), area.bottom());
        let handle = r * (1.0 - ROUND);
        self.numbers(&[left + r, top], "m");
        self.numbers(&[right - r, top], "l");
        self.numbers(&[right - handle, top, right, top + handle, right, top + r], "c");
        self.numbers(&[right, bottom - r], "l");
        self.numbers(&[right, bottom - handle, right - handle, bottom, right - r, bottom], "c");
        self.numbers(&[left + r, bottom], "l");
        self.numbers(&[left + handle, bottom, left, bottom - handle, left, bottom - r], "c");
        self.numbers(&[left, top + r], "l");
        self.numbers(&[left, top + handle, left + handle, top, left + r, top], "c");
        self.out.push_str("h\n");
    }

    fn text(&mut self, text: &Text) {
        let line: Line = self.fonts.line(&text.text, text.bold);
        let start = text.start(line.width * text.size);
        if line.is_odd {
            self.out.push_str(&format!("/Span<</ActualText {}>>BDC\n", hex_text(&text.text)));
        }
        self.out.push_str(&format!("BT {} rg\n", colour(text.colour)));
        let size = number(text.size);
        for run in &line.runs {
            let (x, y) = (number(start + run.at.0 * text.size), number(text.at.1 - run.at.1 * text.size));
            self.out.push_str(&format!("{} 1 Tf {size} 0 0 -{size} {x} {y} Tm [<", Fonts::call(run.face)));
            for &(glyph, nearer) in &run.glyphs {
                if nearer != 0 {
                    self.out.push_str(&format!("> {nearer} <"));
                }
                self.out.push_str(&format!("{glyph:04X}"));
            }
            self.out.push_str(">] TJ\n");
        }
        self.out.push_str("ET\n");
        if line.is_odd {
            self.out.push_str("EMC\n");
        }
    }

    /// Letters as shapes, and under them what they say: a glyph for each that is not drawn, as wide as it and in its place,
    /// for those who search and select.
    fn outline(&mut self, outline: &Outline) {
        self.out.push_str(&format!("{} rg\n", colour(outline.text.colour)));
        let mut at = (0.0, 0.0);
        for segment in &outline.path {
            match *segment {
                Segment::Move(to) => self.numbers(&[to.0, to.1], "m"),
                Segment::Line(to) => self.numbers(&[to.0, to.1], "l"),
                // PDF has curves with two handles only: each lies two thirds of the way to the one.
                Segment::Quad(handle, to) => {
                    let near = |(x, y): Point| (x + (handle.0 - x) * 2.0 / 3.0, y + (handle.1 - y) * 2.0 / 3.0);
                    let (first, second) = (near(at), near(to));
                    self.numbers(&[first.0, first.1, second.0, second.1, to.0, to.1], "c");
                }
                Segment::Cubic(first, second, to) => {
                    self.numbers(&[first.0, first.1, second.0, second.1, to.0, to.1], "c");
                }
                Segment::Close => self.out.push_str("h\n"),
            }
            if let Segment::Move(to) | Segment::Line(to) | Segment::Quad(_, to) | Segment::Cubic(_, _, to) = *segment {
                at = to;
            }
        }
        self.out.push_str("f\n");
        let Some((face, advance)) = self.fonts.unseen() else { return };
        let (y, size) = (number(outline.text.at.1), number(outline.text.size));
        for (said, left, width) in &outline.pieces {
            let (x, wide) = (number(*left), number(width / advance));
            self.out.push_str(&format!(
                "/Span<</ActualText {}>>BDC\nBT 3 Tr {face} 1 Tf {wide} 0 0 -{size} {x} {y} Tm [<0000>] TJ 0 Tr ET\nEMC\n",
                hex_text(said)
            ));
        }
    }

    fn numbers(&mut self, numbers: &[f32], word: &str) {
        for &value in numbers {
            self.out.push_str(&number(value));
            self.out.push(' ');
        }
        self.out.push_str(word);
        self.out.push('\n');
    }
}

/// Red, green and blue from 0 to 1.
fn colour(Rgb(r, g, b): Rgb) -> String {
    let [r, g, b] = [r, g, b].map(|part| number(f32::from(part) / 255.0));
    format!("{r} {g} {b}")
}
