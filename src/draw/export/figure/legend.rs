//! What ends, lines, pills, badges and marks mean, of those that occur, in as many rows as it needs.

use std::collections::BTreeSet;

use super::{
    diagram::Diagram,
    marks::COUNT,
    wire::{Wire, meaning},
};
use crate::{
    export::{
        page::{Area, Form, MIDDLE, Point, Stroke},
        pen::Pen,
    },
    model::{Effect, Grade, Kind, Reading},
    picture::Stands,
    signs::{
        links::Badge,
        near::{PILL_HEIGHT, PILL_TEXT},
    },
    text::Shaper,
    theme::{Palette, Rgb},
    words,
};

/// Width of the sample of a pill, in px at the scale of the drawing.
const PILL: f32 = 36.0;

/// What a legend explains, and how large.
pub(crate) struct Samples<'a> {
    palette: &'a Palette,
    size: f32,
    effects: BTreeSet<Effect>,
    /// Whether a line has an end for each of several kinds of links.
    mixes: bool,
    grades: BTreeSet<Grade>,
    /// A pill, as it stands on one of the lines.
    pill: Option<String>,
    badges: Vec<(Badge, &'static str)>,
    kinds: BTreeSet<Kind>,
    /// What stands beside one of the cards that have links to what is not shown.
    unseen: Option<String>,
}

impl<'a> Samples<'a> {
    /// The legend of a figure: all that is drawn in it, and nothing else. Where a question asks for an effect, every effect
    /// is explained: a shorter list would answer it.
    pub(super) fn new(diagram: &Diagram<'a>, size: f32) -> Self {
        let (options, marks) = (diagram.options, &diagram.marks);
        let asks = |wire: &Wire<'_>| wire.asks(options) && !options.answered;
        let mut samples =
            Self { effects: BTreeSet::new(), grades: BTreeSet::new(), ..Self::plain(options.palette, size) };
        for wire in &diagram.wires {
            samples.grades.insert(wire.grade);
            if asks(wire) {
                samples.effects.extend(Effect::ALL);
            } else {
                samples.effects.extend(&wire.effects);
                samples.mixes |= wire.effects.len() > 1;
            }
        }
        let wires = || diagram.wires.iter().enumerate().filter(|_| options.details);
        samples.pill = wires().find(|(i, _)| marks.pills[*i].is_some()).map(|(_, wire)| wire.carries.clone());
        // A badge that found no place is told by the name of its link.
        let badged = |&(i, wire): &(usize, &Wire<'_>)| marks.badges[i].is_some() && wire.change(options).is_none();
        samples.badges = explained(wires().filter(badged).filter_map(|(_, wire)| wire.badge), options.reading);
        let node = |stands: &Stands| match stands {
            Stands::Node(id) if !options.blanks.labels.contains_key(id) => diagram.pathway.node(id),
            _ => None,
        };
        samples.kinds =
            diagram.picture.cards.iter().filter_map(|card| node(&card.stands)).map(|node| node.kind).collect();
        samples.unseen = marks.unseen.iter().flatten().next().map(|(_, words)| words.clone());
        samples
    }

    /// Every end and every line, and nothing else.
    pub(crate) fn plain(palette: &'a Palette, size: f32) -> Self {
        let (effects, grades) = (Effect::ALL.into_iter().collect(), Grade::ALL.into_iter().collect());
        let (badges, kinds) = (Vec::new(), BTreeSet::new());
        Self { palette, size, effects, mixes: false, grades, pill: None, badges, kinds, unseen: None }
    }
}

/// The first badge of each sort, with its meaning.
fn explained(badges: impl Iterator<Item = Badge>, reading: Reading) -> Vec<(Badge, &'static str)> {
    let mut found: Vec<(Badge, &'static str)> = Vec::new();
    for badge in badges {
        let text = meaning(badge, reading);
        if found.iter().all(|(_, known)| *known != text) {
            found.push((badge, text));
        }
    }
    found
}

/// Draws it from a place on, no wider than `width`, and gives back its height.
pub(crate) fn legend(pen: &mut Pen, shaper: &Shaper, samples: &Samples<'_>, at: Point, width: f32) -> f32 {
    let palette = samples.palette;
    let (size, text_colour) = (samples.size, palette.text);
    let mut rows = Rows { shaper, size, text_colour, left: at.0, right: at.0 + width, x: at.0, y: at.1, pen };
    // Samples are drawn at the scale of the text.
    let scale = samples.size / 12.0;
    let several = samples.mixes.then_some((vec![Effect::Raises, Effect::Lowers], words::canvas::SEVERAL_KINDS));
    let ends = samples.effects.iter().map(|effect| (vec![*effect], effect.label()));
    for (effects, text) in ends.chain(several) {
        rows.entry(30.0 * scale, text, |pen| {
            pen.wire(&[(0.0, 0.0), (29.0, 0.0)], &effects, Grade::B, palette.link, palette.panel);
        });
    }
    rows.next_row();
    for &grade in &samples.grades {
        let colour = if grade == Grade::X { palette.faint_link } else { palette.link };
        rows.entry(30.0 * scale, &format!("{} {}", grade.name(), grade.short()), |pen| {
            pen.wire_line(&[(0.0, 0.0), (30.0, 0.0)], grade, colour);
        });
    }
    rows.next_row();
    if let Some(pill) = &samples.pill {
        rows.entry(PILL * scale, words::canvas::PILL, |pen| {
            let (area, border) = (Area::around((PILL / 2.0, 0.0), PILL, PILL_HEIGHT), Stroke::solid(palette.link, 1.0));
            pen.shape(Form::Box(area, PILL_HEIGHT / 2.0), Some(palette.card), Some(border));
            pen.centred(area.middle(), PILL_TEXT, true, palette.card_text, pill);
        });
    }
    for &(badge, text) in &samples.badges {
        let colour = if badge == Badge::ToldOtherwise { palette.accent } else { palette.link };
        rows.entry(15.0 * scale, text, |pen| pen.badge((7.5, 0.0), &badge.sign(), 7.0, colour, palette.card));
    }
    for &kind in &samples.kinds {
        rows.entry(12.0 * scale, kind.label(), |pen| pen.mark(kind, (6.0, 0.0), 5.6, palette.kinds.of(kind)));
    }
    if let Some(sample) = &samples.unseen {
        let wide = shaper.width(sample, COUNT, false);
        rows.entry(wide * scale, words::canvas::UNSEEN, |pen| {
            pen.centred((wide / 2.0, 0.0), COUNT, false, palette.weak, sample);
        });
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
