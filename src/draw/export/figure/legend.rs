//! What ends, lines, badges and marks mean, in as many rows as it needs.

use std::collections::BTreeSet;

use super::options::FigureOptions;
use crate::{
    export::{
        page::{MIDDLE, Point},
        pen::Pen,
    },
    model::{Effect, Grade, Kind, Pathway},
    signs::links::Badge,
    text::Shaper,
    theme::{Palette, Rgb},
};

/// What a legend explains, and how large.
pub(crate) struct Samples<'a> {
    palette: &'a Palette,
    size: f32,
    badges: Vec<(Badge, &'static str)>,
    kinds: BTreeSet<Kind>,
}

impl<'a> Samples<'a> {
    /// The legend of a figure: badges and kinds are explained where there are any.
    pub(crate) fn new(pathway: &Pathway, options: &FigureOptions<'a>, size: f32) -> Self {
        let drawn = || pathway.links().filter(|link| options.details && !options.blanks.links.contains(&link.id));
        let mut badges = Vec::new();
        if drawn().any(|link| link.told_otherwise()) {
            badges.push((Badge::ToldOtherwise, "the article says otherwise"));
        }
        if drawn().any(|link| link.disputed() && !link.told_otherwise()) {
            badges.push((Badge::Disputed, "some sources doubt it"));
        }
        let labelled = pathway.nodes().filter(|node| !options.blanks.labels.contains_key(&node.id));
        Self { palette: options.palette, size, badges, kinds: labelled.map(|node| node.kind).collect() }
    }

    /// Ends and lines alone.
    pub(crate) fn plain(palette: &'a Palette, size: f32) -> Self {
        Self { palette, size, badges: Vec::new(), kinds: BTreeSet::new() }
    }
}

/// Draws it from a place on, no wider than `width`, and gives back its height.
pub(crate) fn legend(pen: &mut Pen, shaper: &Shaper, samples: &Samples<'_>, at: Point, width: f32) -> f32 {
    let palette = samples.palette;
    let (size, text_colour) = (samples.size, palette.text);
    let mut rows = Rows { shaper, size, text_colour, left: at.0, right: at.0 + width, x: at.0, y: at.1, pen };
    // Samples are drawn at the scale of the text.
    let scale = samples.size / 12.0;
    for effect in Effect::ALL {
        rows.entry(30.0 * scale, effect.label(), |pen| {
            pen.wire(&[(0.0, 0.0), (29.0, 0.0)], &[effect], Grade::B, palette.link, palette.panel);
        });
    }
    rows.next_row();
    for grade in Grade::ALL {
        let colour = if grade == Grade::X { palette.faint_link } else { palette.link };
        rows.entry(30.0 * scale, &format!("{} {}", grade.name(), grade.short()), |pen| {
            pen.wire_line(&[(0.0, 0.0), (30.0, 0.0)], grade, colour);
        });
    }
    rows.next_row();
    for &(badge, text) in &samples.badges {
        let colour = if badge == Badge::ToldOtherwise { palette.accent } else { palette.link };
        rows.entry(15.0 * scale, text, |pen| pen.badge((7.5, 0.0), &badge.sign(), 7.0, colour, palette.card));
    }
    for &kind in &samples.kinds {
        rows.entry(12.0 * scale, kind.label(), |pen| pen.mark(kind, (6.0, 0.0), 5.6, palette.kinds.of(kind)));
    }
    rows.next_row();
    rows.y - at.1
}

struct Rows<'a> {
    pen: &'a mut Pen,
    shaper: &'a Shaper,
    size: f32,
    text_colour: Rgb,
    left: f32,
    right: f32,
    x: f32,
    y: f32,
}

impl Rows<'_> {
    /// A sample and its word as one piece, so that a row never breaks between them.
    fn entry(&mut self, wide: f32, text: &str, draw: impl FnOnce(&mut Pen)) {
        let gap = self.size * 0.5;
        let whole = wide + gap + self.shaper.width(text, self.size, false);
        if self.x > self.left && self.x + whole > self.right {
            self.next_row();
        }
        let middle = self.y + self.size * 0.75;
        let mut sample = Pen::default();
        draw(&mut sample);
        for mut item in sample.items {
            item.change(self.size / 12.0, (self.x, middle));
            self.pen.items.push(item);
        }
        let colour = self.text_colour;
        self.pen.text((self.x + wide + gap, middle + MIDDLE * self.size), self.size, colour, text);
        self.x += whole + self.size * 1.3;
    }

    fn next_row(&mut self) {
        if self.x > self.left {
            self.x = self.left;
            self.y += self.size * 1.55;
        }
    }
}
