//! Draws a page strip by strip, with the rasteriser that also draws the window's letters.

use std::collections::BTreeMap;

use vello_cpu::{
    Level, Pixmap, RenderContext, RenderSettings, Resources,
    color::{AlphaColor, Srgb},
    kurbo::{Affine, BezPath, Cap, Circle, Join, Rect, RoundedRect, Shape as _, Stroke as Line},
};

use crate::{
    export::{
        page::{Anchor, Form, Item, Page, Pattern, Point, Shape, Text},
        pen,
    },
    text::{Face, OutlinePen, Shaper},
    theme::Rgb,
};

/// How far everything is moved right and down, in pixels: vello 0.1 paints specks beside edges that lie exactly between
/// two of its tiles, which edges of a drawing often do; this little no eye can see.
const ASIDE: f64 = 0.003_7;

/// How far a curve may be from its pieces, in px.
const EXACT: f64 = 0.02;

/// A page, about to be drawn in strips.
pub(super) struct Strips<'a> {
    page: &'a Page,
    scale: f32,
    shaper: Shaper,
    /// Outlines, 1 em large.
    outlines: BTreeMap<(Face, u16), BezPath>,
}

impl<'a> Strips<'a> {
    pub(super) fn new(page: &'a Page, scale: f32) -> Self {
        Self { page, scale, shaper: Shaper::default(), outlines: BTreeMap::new() }
    }

    /// Pixels of so many rows from `top` on: red, green, blue and alpha. No side may be longer than 65,535.
    pub(super) fn draw(&mut self, top: u32, width: u32, rows: u32) -> Vec<u8> {
        let (width, rows) = (width as u16, rows as u16);
        // One level for all machines, not the best of each: then pictures are the same everywhere of a kind.
        let settings = RenderSettings { level: Level::baseline(), num_threads: 0 };
        let mut strip = Strip {
            context: RenderContext::new_with(width, rows, settings),
            view: Affine::translate((ASIDE, ASIDE - f64::from(top))) * Affine::scale(f64::from(self.scale)),
            seen: (top as f32 / self.scale, (top + u32::from(rows)) as f32 / self.scale),
            shaper: &self.shaper,
            outlines: &mut self.outlines,
        };
        strip.context.set_paint(ink(self.page.ground));
        strip.context.fill_rect(&Rect::new(0.0, 0.0, f64::from(width), f64::from(rows)));
        for item in &self.page.items {
            strip.item(item);
        }
        let context = strip.context;
        let mut pixels = Pixmap::new(width, rows);
        context.render(&mut pixels, &mut Resources::new());
        pixels.data_as_u8_slice().to_vec()
    }
}

struct Strip<'a> {
    context: RenderContext,
    view: Affine,
    /// The first and the last height of the page that is seen.
    seen: (f32, f32),
    shaper: &'a Shaper,
    outlines: &'a mut BTreeMap<(Face, u16), BezPath>,
}

impl Strip<'_> {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Shape(shape) => self.shape(shape),
            Item::Text(text) => self.text(text),
            Item::Group(_, items) => items.iter().for_each(|item| self.item(item)),
            Item::Address(_) => {}
        }
    }

    fn sees(&self, top: f32, bottom: f32) -> bool {
        bottom >= self.seen.0 && top <= self.seen.1
    }

    fn shape(&mut self, shape: &Shape) {
        let (top, bottom) = heights(&shape.form);
        let edge = shape.stroke.map_or(0.0, |stroke| stroke.width) + 1.0;
        if !self.sees(top - edge, bottom + edge) {
            return;
        }
        self.context.set_transform(self.view);
        let path = path(&shape.form);
        if let Some(fill) = shape.fill {
            self.context.set_paint(ink(fill));
            self.context.fill_path(&path);
        }
        let Some(stroke) = shape.stroke else { return };
        self.context.set_paint(ink(stroke.colour));
        let line = Line::new(f64::from(stroke.width)).with_caps(Cap::Butt).with_join(Join::Round);
        match stroke.pattern {
            Pattern::Solid => {
                self.context.set_stroke(line);
                self.context.stroke_path(&path);
            }
            Pattern::Dashes(dash, gap) => {
                self.context.set_stroke(line.with_dashes(0.0, [f64::from(dash), f64::from(gap)]));
                self.context.stroke_path(&path);
            }
            Pattern::Dots(every) => {
                if let Form::Line(points) | Form::Polygon(points) = &shape.form {
                    self.context.fill_path(&dots(points, stroke.width / 2.0, every));
                }
            }
        }
    }

    fn text(&mut self, text: &Text) {
        if !self.sees(text.at.1 - 1.2 * text.size, text.at.1 + 0.6 * text.size) {
            return;
        }
        let (glyphs, width) = self.shaper.shape(&text.text, text.bold);
        let start = match text.anchor {
            Anchor::Start => text.at.0,
            Anchor::Middle => text.at.0 - width * text.size / 2.0,
            Anchor::End => text.at.0 - width * text.size,
        };
        self.context.set_paint(ink(text.colour));
        let size = f64::from(text.size);
        for glyph in glyphs {
            let outline = self.outlines.entry((glyph.face, glyph.id)).or_insert_with(|| {
                let mut path = Outline::default();
                self.shaper.outline(glyph.face, glyph.id, &mut path);
                path.0
            });
            let at = (start + glyph.x * text.size, text.at.1 - glyph.y * text.size);
            let place = Affine::translate((f64::from(at.0), f64::from(at.1)));
            self.context.set_transform(self.view * place * Affine::scale_non_uniform(size, -size));
            self.context.fill_path(outline);
        }
    }
}

fn ink(Rgb(r, g, b): Rgb) -> AlphaColor<Srgb> {
    AlphaColor::from_rgb8(r, g, b)
}

/// The first and the last height of a form.
fn heights(form: &Form) -> (f32, f32) {
    match form {
        Form::Line(points) | Form::Polygon(points) => {
            let heights = points.iter().map(|point| point.1);
            heights.fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), y| (low.min(y), high.max(y)))
        }
        Form::Disc((_, y), r) => (y - r, y + r),
        Form::Box(area, _) => (area.y, area.bottom()),
    }
}

fn point((x, y): Point) -> (f64, f64) {
    (f64::from(x), f64::from(y))
}

fn path(form: &Form) -> BezPath {
    match form {
        Form::Line(points) => along(points),
        Form::Polygon(points) => {
            let mut path = along(points);
            if !points.is_empty() {
                path.close_path();
            }
            path
        }
        Form::Disc(at, r) => Circle::new(point(*at), f64::from(*r)).to_path(EXACT),
        Form::Box(area, radius) => {
            let rect = Rect::new(area.x.into(), area.y.into(), area.right().into(), area.bottom().into());
            if *radius > 0.0 {
                RoundedRect::from_rect(rect, f64::from(*radius)).to_path(EXACT)
            } else {
                rect.to_path(EXACT)
            }
        }
    }
}

fn along(points: &[Point]) -> BezPath {
    let mut path = BezPath::new();
    for (i, &at) in points.iter().enumerate() {
        if i == 0 { path.move_to(point(at)) } else { path.line_to(point(at)) }
    }
    path
}

/// Dots along a line, as one path.
fn dots(points: &[Point], radius: f32, every: f32) -> BezPath {
    let mut path = BezPath::new();
    let length = pen::length(points);
    // A line of any length gives a bounded number of dots.
    let count = (length / every.max(0.1)).min(100_000.0) as usize + 1;
    let mut at = 0.0;
    let mut left = count;
    for pair in points.windows(2) {
        let long = pen::distance(pair[0], pair[1]);
        while at <= long + 0.01 && long > 0.0 && left > 0 {
            let middle = pen::lerp(pair[0], pair[1], at / long);
            path.extend(Circle::new(point(middle), f64::from(radius)).path_elements(EXACT));
            at += every;
            left -= 1;
        }
        at -= long;
    }
    path
}

/// Takes down the outline of a glyph.
#[derive(Default)]
struct Outline(BezPath);

impl OutlinePen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(point((x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(point((x, y)));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to(point((cx, cy)), point((x, y)));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.curve_to(point((ax, ay)), point((bx, by)), point((x, y)));
    }

    fn close(&mut self) {
        self.0.close_path();
    }
}
