//! A page as plain data: shapes, lines of text and addresses, from back to front. Every format writes the same pages.

pub use crate::signs::{Area, Point};
use crate::{text::is_unseen, theme::Rgb};

/// A page, ready to be written. Lengths are px or points, as whoever writes it takes them.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// Its title, for window bars and screen readers.
    pub title: String,
    /// What it shows, in a sentence or two, for those who do not see it.
    pub description: String,
    /// The language of its texts, as a BCP 47 tag.
    pub language: String,
    /// The colour of the paper.
    pub ground: Rgb,
    /// What is on it, from back to front.
    pub items: Vec<Item>,
}

/// Something on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A shape.
    Shape(Shape),
    /// A line of text.
    Text(Text),
    /// A line of text that is drawn instead of written: no font is needed to show it.
    Outline(Outline),
    /// A place that leads to a web address.
    Address(Address),
    /// Things that belong together, with a name that is spoken for all of them.
    Group(String, Vec<Self>),
}

/// A shape with its ground and its outline.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// What it looks like.
    pub form: Form,
    /// What it is filled with.
    pub fill: Option<Rgb>,
    /// The line along its edge.
    pub stroke: Option<Stroke>,
}

/// Forms.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// A line along points.
    Line(Vec<Point>),
    /// A closed shape with corners.
    Polygon(Vec<Point>),
    /// A circle: middle and radius.
    Disc(Point, f32),
    /// A rectangle with rounded corners of a radius.
    Box(Area, f32),
}

/// A line's colour, width and pattern.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Rgb,
    /// Its width.
    pub width: f32,
    /// Its pattern.
    pub pattern: Pattern,
}

/// How a line is broken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pattern {
    /// Not at all.
    Solid,
    /// Into dashes of a length with gaps of a length.
    Dashes(f32, f32),
    /// Into round dots as wide as the line, at a distance from middle to middle.
    Dots(f32),
}

impl Stroke {
    /// A line in one piece.
    pub fn solid(colour: Rgb, width: f32) -> Self {
        Self { colour, width, pattern: Pattern::Solid }
    }
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Where it begins, is centred or ends, on its baseline.
    pub at: Point,
    /// What of it lies there.
    pub anchor: Anchor,
    /// Height of its em.
    pub size: f32,
    /// Whether it is semi-bold.
    pub bold: bool,
    /// Its colour.
    pub colour: Rgb,
    /// What it says: [`clean`] text.
    pub text: String,
}

/// A line of text as the outlines of its letters.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// The text: what is searched for and spoken.
    pub text: Text,
    /// How wide it is.
    pub width: f32,
    /// What is read, piece by piece, with the left end and the width of each: words may run from right to left.
    pub pieces: Vec<(String, f32, f32)>,
    /// The outlines, to be filled where they wind around.
    pub path: Vec<Segment>,
}

/// A piece of an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// Begins anew at a place.
    Move(Point),
    /// A straight line to a place.
    Line(Point),
    /// A curve with one handle to a place.
    Quad(Point, Point),
    /// A curve with two handles to a place.
    Cubic(Point, Point, Point),
    /// Back to where it began.
    Close,
}

/// What of a text lies at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// A place that leads to a web address.
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// The place.
    pub area: Area,
    /// The address: http or https, and [checked](crate::address::checked_address).
    pub url: String,
}

/// How far the middle of small letters with capitals lies above the baseline, in ems.
pub(super) const MIDDLE: f32 = 0.364;

/// How far the handles of a curve lie from its ends to look like a quarter of a circle, as a share of the radius.
pub(super) const ROUND: f32 = 0.552_285;

impl Page {
    /// The page with everything on it larger by a factor.
    #[must_use]
    pub fn scaled(mut self, by: f32) -> Self {
        self.width *= by;
        self.height *= by;
        for item in &mut self.items {
            item.change(by, (0.0, 0.0));
        }
        self
    }

    /// Every line of text, in order.
    pub fn texts(&self) -> Vec<&Text> {
        let mut found = Vec::new();
        let mut open: Vec<&Item> = self.items.iter().rev().collect();
        while let Some(item) = open.pop() {
            match item {
                Item::Text(text) => found.push(text),
                Item::Group(_, items) => open.extend(items.iter().rev()),
                Item::Shape(_) | Item::Outline(_) | Item::Address(_) => {}
            }
        }
        found
    }
}

impl Item {
    /// Makes it larger by a factor, then moves it.
    pub fn change(&mut self, by: f32, (right, down): Point) {
        let point = |p: &mut Point| *p = (p.0 * by + right, p.1 * by + down);
        let area = |a: &mut Area| *a = Area { x: a.x * by + right, y: a.y * by + down, w: a.w * by, h: a.h * by };
        match self {
            Self::Shape(shape) => {
                match &mut shape.form {
                    Form::Line(points) | Form::Polygon(points) => points.iter_mut().for_each(point),
                    Form::Disc(at, radius) => {
                        point(at);
                        *radius *= by;
                    }
                    Form::Box(place, radius) => {
                        area(place);
                        *radius *= by;
                    }
                }
                if let Some(stroke) = &mut shape.stroke {
                    stroke.width *= by;
                    stroke.pattern = match stroke.pattern {
                        Pattern::Solid => Pattern::Solid,
                        Pattern::Dashes(dash, gap) => Pattern::Dashes(dash * by, gap * by),
                        Pattern::Dots(every) => Pattern::Dots(every * by),
                    };
                }
            }
            Self::Text(text) => {
                point(&mut text.at);
                text.size *= by;
            }
            Self::Outline(outline) => {
                point(&mut outline.text.at);
                outline.text.size *= by;
                outline.width *= by;
                for (_, left, width) in &mut outline.pieces {
                    *left = *left * by + right;
                    *width *= by;
                }
                outline.path.iter_mut().for_each(|segment| segment.points_mut().into_iter().for_each(point));
            }
            Self::Address(address) => area(&mut address.area),
            Self::Group(_, items) => items.iter_mut().for_each(|item| item.change(by, (right, down))),
        }
    }
}

impl Segment {
    fn points_mut(&mut self) -> Vec<&mut Point> {
        match self {
            Self::Move(at) | Self::Line(at) => vec![at],
            Self::Quad(handle, at) => vec![handle, at],
            Self::Cubic(first, second, at) => vec![first, second, at],
            Self::Close => Vec::new(),
        }
    }
}

impl Text {
    /// Where it begins, if it is so wide.
    pub fn start(&self, width: f32) -> f32 {
        match self.anchor {
            Anchor::Start => self.at.0,
            Anchor::Middle => self.at.0 - width / 2.0,
            Anchor::End => self.at.0 - width,
        }
    }
}

/// A text as it may stand on a page: in one line, without control characters, and without the characters that are
/// drawn as nothing but change how other programs order and break a text.
pub fn clean(text: &str) -> String {
    let kept = text.chars().filter(|&c| !is_unseen(c));
    let spaced: String = kept.map(|c| if c.is_control() || c.is_whitespace() { ' ' } else { c }).collect();
    spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_keep_what_is_seen() {
        assert_eq!(clean(" NF-κB\n and\tTNF  "), "NF-κB and TNF");
        assert_eq!(clean("a\u{202E}b\u{200B}c\u{0}d\u{FFFE}\u{E0041}"), "abc d");
        assert_eq!(clean("\u{7}"), "");
    }

    #[test]
    fn a_scaled_page_scales_everything() {
        let stroke = Some(Stroke { pattern: Pattern::Dots(2.0), ..Stroke::solid(Rgb(0, 0, 0), 1.0) });
        let shape = Shape { form: Form::Disc((1.0, 2.0), 3.0), fill: None, stroke };
        let page = Page {
            width: 10.0,
            height: 20.0,
            title: String::new(),
            description: String::new(),
            language: String::new(),
            ground: Rgb(0, 0, 0),
            items: vec![Item::Group(String::new(), vec![Item::Shape(shape)])],
        };
        let text = format!("{:?}", page.scaled(2.0));
        for part in ["width: 20.0, height: 40.0", "Disc((2.0, 4.0), 6.0)", "width: 2.0", "Dots(4.0)"] {
            assert!(text.contains(part), "{text}");
        }
    }
}
