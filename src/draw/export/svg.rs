//! A page as SVG 1.1: text stays text, the fonts that it needs are inside with the glyphs it uses, and nothing is
//! loaded from elsewhere, run, or animated.

use std::{collections::BTreeSet, fmt::Write as _};

use super::{
    base64,
    page::{Anchor, Form, Item, Outline, Page, Pattern, Point, Segment, Shape, Stroke, Text},
};
use crate::{
    text::{self, Face, Shaper},
    theme::Rgb,
};

/// Writes a page. The same page gives the same bytes.
pub fn svg(page: &Page) -> String {
    let shaper = Shaper::default();
    let (w, h) = (number(page.width), number(page.height));
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    put(
        &mut out,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" \
             role=\"img\" aria-labelledby=\"title desc\" xml:lang=\"{}\">\n",
            escaped(&page.language)
        ),
    );
    put(&mut out, format_args!("<title id=\"title\">{}</title>\n", escaped(&page.title)));
    put(&mut out, format_args!("<desc id=\"desc\">{}</desc>\n", escaped(&page.description)));
    fonts(&mut out, page, &shaper);
    put(&mut out, format_args!("<rect width=\"{w}\" height=\"{h}\" fill=\"{}\"/>\n", colour(page.ground)));
    for item in &page.items {
        write_item(&mut out, item, &shaper);
    }
    out.push_str("</svg>\n");
    out
}

/// Formatting into a string cannot fail.
fn put(out: &mut String, args: std::fmt::Arguments<'_>) {
    out.write_fmt(args).ok();
}

/// The faces that the page uses, each with the glyphs it uses.
fn fonts(out: &mut String, page: &Page, shaper: &Shaper) {
    let mut used: [BTreeSet<char>; 3] = Default::default();
    for text in page.texts() {
        let first = if text.bold { Face::Bold } else { Face::Regular };
        for c in text.text.chars() {
            let face = [first, Face::Symbols].into_iter().find(|face| shaper.glyph_of(*face, c).is_some());
            used[face.unwrap_or(first) as usize].insert(c);
        }
    }
    out.push_str("<style>\n");
    for (face, characters) in Face::ALL.into_iter().zip(&used).filter(|(_, characters)| !characters.is_empty()) {
        let (name, weight) = family(face);
        let font = base64::encode(&text::for_web(face, shaper, characters));
        put(
            out,
            format_args!(
                "@font-face {{ font-family: \"{name}\"; font-weight: {weight}; src: url(data:font/otf;base64,{font}); }}\n"
            ),
        );
    }
    let stack = "\"Pathlight Inter\", \"Pathlight Symbols\", Inter, \"DejaVu Sans\", sans-serif";
    put(
        out,
        format_args!(
            "text {{ font-family: {stack}; font-variant-ligatures: none; unicode-bidi: isolate; white-space: pre; }}\n\
             .b {{ font-weight: 600; }}\n</style>\n"
        ),
    );
}

/// Names of its own, so that a font of the same name on somebody's computer is not taken for it.
fn family(face: Face) -> (&'static str, &'static str) {
    match face {
        Face::Regular => ("Pathlight Inter", "400"),
        Face::Bold => ("Pathlight Inter", "600"),
        Face::Symbols => ("Pathlight Symbols", "100 900"),
    }
}

fn write_item(out: &mut String, item: &Item, shaper: &Shaper) {
    match item {
        Item::Shape(shape) => write_shape(out, shape),
        Item::Text(text) => write_text(out, text, shaper),
        Item::Outline(outline) => write_outline(out, outline),
        Item::Address(address) => {
            let area = address.area;
            put(
                out,
                format_args!(
                    "<a href=\"{}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill-opacity=\"0\"/></a>\n",
                    escaped(&address.url),
                    number(area.x),
                    number(area.y),
                    number(area.w),
                    number(area.h)
                ),
            );
        }
        Item::Group(name, items) => {
            put(out, format_args!("<g role=\"group\"><title>{}</title>\n", escaped(name)));
            for item in items {
                write_item(out, item, shaper);
            }
            out.push_str("</g>\n");
        }
    }
}

fn write_shape(out: &mut String, shape: &Shape) {
    match &shape.form {
        Form::Line(points) => put(out, format_args!("<path d=\"{}\"", path(points))),
        Form::Polygon(points) => put(out, format_args!("<path d=\"{}Z\"", path(points))),
        Form::Disc((x, y), r) => {
            put(out, format_args!("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"", number(*x), number(*y), number(*r)));
        }
        Form::Box(area, radius) => {
            let [x, y, w, h] = [area.x, area.y, area.w.max(0.0), area.h.max(0.0)].map(number);
            put(out, format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\""));
            if *radius > 0.0 {
                put(out, format_args!(" rx=\"{}\"", number(*radius)));
            }
        }
    }
    let fill = shape.fill.map_or_else(|| "none".to_owned(), colour);
    put(out, format_args!(" fill=\"{fill}\""));
    if let Some(stroke) = shape.stroke {
        write_stroke(out, stroke);
    }
    out.push_str("/>\n");
}

fn write_stroke(out: &mut String, stroke: Stroke) {
    put(out, format_args!(" stroke=\"{}\" stroke-width=\"{}\"", colour(stroke.colour), number(stroke.width)));
    match stroke.pattern {
        Pattern::Solid => out.push_str(" stroke-linejoin=\"round\""),
        Pattern::Dashes(dash, gap) => {
            put(out, format_args!(" stroke-dasharray=\"{} {}\"", number(dash), number(gap)));
        }
        // A dash without length and with a round cap is a dot.
        Pattern::Dots(every) => {
            put(out, format_args!(" stroke-dasharray=\"0 {}\" stroke-linecap=\"round\"", number(every)));
        }
    }
}

fn write_text(out: &mut String, text: &Text, shaper: &Shaper) {
    let anchor = match text.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let bold = if text.bold { " class=\"b\"" } else { "" };
    // The length keeps a text in its place where another font stands in.
    let width = shaper.width(&text.text, text.size, text.bold);
    put(
        out,
        format_args!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{anchor}{bold} fill=\"{}\" textLength=\"{}\">{}</text>\n",
            number(text.at.0),
            number(text.at.1),
            number(text.size),
            colour(text.colour),
            number(width),
            escaped(&text.text)
        ),
    );
}

/// Letters as shapes; what they say is their title.
fn write_outline(out: &mut String, outline: &Outline) {
    let mut path = String::new();
    for segment in &outline.path {
        let (word, points): (char, &[Point]) = match segment {
            Segment::Move(at) => ('M', &[*at]),
            Segment::Line(at) => ('L', &[*at]),
            Segment::Quad(handle, at) => ('Q', &[*handle, *at]),
            Segment::Cubic(first, second, at) => ('C', &[*first, *second, *at]),
            Segment::Close => ('Z', &[]),
        };
        let places: Vec<String> = points.iter().map(|(x, y)| format!("{} {}", number(*x), number(*y))).collect();
        path.push(word);
        path.push_str(&places.join(" "));
    }
    let said = escaped(&outline.text.text);
    put(
        out,
        format_args!("<path fill=\"{}\" d=\"{path}\"><title>{said}</title></path>\n", colour(outline.text.colour)),
    );
}

fn path(points: &[Point]) -> String {
    let mut path = String::new();
    for (i, &(x, y)) in points.iter().enumerate() {
        put(&mut path, format_args!("{}{} {}", if i == 0 { 'M' } else { 'L' }, number(x), number(y)));
    }
    path
}

fn colour(Rgb(r, g, b): Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// A number with at most two places, as short as it can be; what is not finite is nothing.
pub(super) fn number(value: f32) -> String {
    let rounded = (f64::from(value) * 100.0).round() / 100.0;
    // Not `-0`.
    if rounded.is_finite() && rounded != 0.0 { rounded.to_string() } else { "0".to_owned() }
}

/// Text as it may stand in XML, between tags and in attributes alike.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in super::page::clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests;
