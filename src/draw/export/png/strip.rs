//! Draws a page strip by strip.
//!
//! The rasteriser is tiny-skia. vello's, which epaint draws letters with, paints specks beside edges that lie a little
//! right of a tile's edge (0.1.0), and a drawing is full of straight edges.

use std::collections::BTreeMap;

use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Rect, Stroke as Line, StrokeDash, Transform,
};

use crate::{
    export::page::{Area, Form, Item, Outline as Drawn, Page, Pattern, Point, ROUND, Segment, Shape, Text},
    signs::line,
    text::{Face, OutlinePen, Shaper},
    theme::Rgb,
};

/// A page, about to be drawn in strips.
pub(super) struct Strips<'a> {
    page: &'a Page,
    scale: f32,
    shaper: Shaper,
    /// Outlines, 1 em large; none for glyphs that are drawn as nothing.
    outlines: BTreeMap<(Face, u16), Option<Path>>,
}

impl<'a> Strips<'a> {
    pub(super) fn new(page: &'a Page, scale: f32) -> Self {
        Self { page, scale, shaper: Shaper::default(), outlines: BTreeMap::new() }
    }

    /// Pixels of so many rows from `top` on: red, green, blue and alpha.
    pub(super) fn draw(&mut self, top: u32, width: u32, rows: u32) -> Vec<u8> {
        // There is no picture without pixels; none is asked for.
        let Some(mut pixels) = Pixmap::new(width, rows) else { return Vec::new() };
        let Rgb(r, g, b) = self.page.ground;
        pixels.fill(Color::from_rgba8(r, g, b, 255));
        let mut strip = Strip {
            pixels,
            view: Transform::from_scale(self.scale, self.scale).post_translate(0.0, -(top as f32)),
            seen: (top as f32 / self.scale, (top + rows) as f32 / self.scale),
            shaper: &self.shaper,
            outlines: &mut self.outlines,
        };
        for item in &self.page.items {
            strip.item(item);
        }
        strip.pixels.take()
    }
}

struct Strip<'a> {
    pixels: Pixmap,
    view: Transform,
    /// The first and the last height of the page that is seen.
    seen: (f32, f32),
    shaper: &'a Shaper,
    outlines: &'a mut BTreeMap<(Face, u16), Option<Path>>,
}

impl Strip<'_> {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Shape(shape) => self.shape(shape),
            Item::Text(text) => self.text(text),
            Item::Outline(outline) => self.outline(outline),
            Item::Group(_, items) => items.iter().for_each(|item| self.item(item)),
            Item::Address(_) => {}
        }
    }

    fn sees(&self, top: f32, bottom: f32) -> bool {
        bottom >= self.seen.0 && top <= self.seen.1
    }

    fn fill(&mut self, path: &Path, colour: Rgb, place: Transform) {
        self.pixels.fill_path(path, &ink(colour), FillRule::Winding, place, None);
    }

    fn shape(&mut self, shape: &Shape) {
        let (top, bottom) = heights(&shape.form);
        let edge = shape.stroke.map_or(0.0, |stroke| stroke.width) + 1.0;
        let Some(path) = path(&shape.form).filter(|_| self.sees(top - edge, bottom + edge)) else { return };
        if let Some(fill) = shape.fill {
            self.fill(&path, fill, self.view);
        }
        let Some(stroke) = shape.stroke else { return };
        let mut line =
            Line { width: stroke.width, line_cap: LineCap::Butt, line_join: LineJoin::Round, ..Line::default() };
        match stroke.pattern {
            Pattern::Solid => {}
            Pattern::Dashes(dash, gap) => line.dash = StrokeDash::new(vec![dash, gap], 0.0),
            Pattern::Dots(every) => {
                if let Form::Line(points) | Form::Polygon(points) = &shape.form
                    && let Some(dots) = dots(points, stroke.width / 2.0, every)
                {
                    self.fill(&dots, stroke.colour, self.view);
                }
                return;
            }
        }
        self.pixels.stroke_path(&path, &ink(stroke.colour), &line, self.view, None);
    }

    fn outline(&mut self, outline: &Drawn) {
        let text = &outline.text;
        if !self.sees(text.at.1 - 1.2 * text.size, text.at.1 + 0.6 * text.size) {
            return;
        }
        let mut path = PathBuilder::new();
        for segment in &outline.path {
            match *segment {
                Segment::Move((x, y)) => path.move_to(x, y),
                Segment::Line((x, y)) => path.line_to(x, y),
                Segment::Quad((cx, cy), (x, y)) => path.quad_to(cx, cy, x, y),
                Segment::Cubic((ax, ay), (bx, by), (x, y)) => path.cubic_to(ax, ay, bx, by, x, y),
                Segment::Close => path.close(),
            }
        }
        if let Some(path) = path.finish() {
            self.fill(&path, text.colour, self.view);
        }
    }

    fn text(&mut self, text: &Text) {
        if !self.sees(text.at.1 - 1.2 * text.size, text.at.1 + 0.6 * text.size) {
            return;
        }
        let (glyphs, width) = self.shaper.shape(&text.text, text.bold);
        let start = text.start(width * text.size);
        for glyph in glyphs {
            let outline = self.outlines.entry((glyph.face, glyph.id)).or_insert_with(|| {
                let mut outline = Outline(PathBuilder::new());
                self.shaper.outline(glyph.face, glyph.id, &mut outline);
                outline.0.finish()
            });
            let Some(outline) = outline else { continue };
            let at = (start + glyph.x * text.size, text.at.1 - glyph.y * text.size);
            let place = self.view.pre_translate(at.0, at.1).pre_scale(text.size, -text.size);
            self.pixels.fill_path(outline, &ink(text.colour), FillRule::Winding, place, None);
        }
    }
}

fn ink(Rgb(r, g, b): Rgb) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(r, g, b, 255);
    paint
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

/// A form as a path; none where there is nothing of it.
fn path(form: &Form) -> Option<Path> {
    match form {
        Form::Line(points) => along(points).finish(),
        Form::Polygon(points) => {
            let mut path = along(points);
            path.close();
            path.finish()
        }
        Form::Disc((x, y), r) => PathBuilder::from_circle(*x, *y, *r),
        Form::Box(area, radius) if *radius > 0.0 => rounded(*area, radius.min(area.w / 2.0).min(area.h / 2.0)),
        Form::Box(area, _) => Rect::from_xywh(area.x, area.y, area.w, area.h).map(PathBuilder::from_rect),
    }
}

fn along(points: &[Point]) -> PathBuilder {
    let mut path = PathBuilder::new();
    for (i, &(x, y)) in points.iter().enumerate() {
        if i == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
    }
    path
}

/// A rectangle with round corners.
fn rounded(area: Area, r: f32) -> Option<Path> {
    let (left, top, right, bottom) = (area.x, area.y, area.right(), area.bottom());
    let handle = r * (1.0 - ROUND);
    let mut path = PathBuilder::new();
    path.move_to(left + r, top);
    path.line_to(right - r, top);
    path.cubic_to(right - handle, top, right, top + handle, right, top + r);
    path.line_to(right, bottom - r);
    path.cubic_to(right, bottom - handle, right - handle, bottom, right - r, bottom);
    path.line_to(left + r, bottom);
    path.cubic_to(left + handle, bottom, left, bottom - handle, left, bottom - r);
    path.line_to(left, top + r);
    path.cubic_to(left, top + handle, left + handle, top, left + r, top);
    path.close();
    path.finish()
}

/// Dots along a line, as one path.
fn dots(points: &[Point], radius: f32, every: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    let every = every.max(0.1);
    // A line of any length gives a bounded number of dots.
    let mut left = (line::length(points) / every).min(100_000.0) as usize + 1;
    let mut at = 0.0;
    for pair in points.windows(2) {
        let long = line::distance(pair[0], pair[1]);
        while at <= long + 0.01 && long > 0.0 && left > 0 {
            let (x, y) = line::lerp(pair[0], pair[1], at / long);
            path.push_circle(x, y, radius);
            at += every;
            left -= 1;
        }
        at -= long;
    }
    path.finish()
}

/// Takes down the outline of a glyph.
struct Outline(PathBuilder);

impl OutlinePen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to(cx, cy, x, y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.cubic_to(ax, ay, bx, by, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
