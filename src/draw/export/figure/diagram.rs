//! The drawing itself: lanes, links and cards exactly where the window has them, at scale 1.

use super::{
    marks::{ASKING, COUNT, Marks},
    options::{Compared, FigureOptions},
    spoken::spoken,
    wire::Wire,
};
use crate::{
    analysis::diff::{Change, Item},
    export::{
        page::{Anchor, Area, Form, MIDDLE, Pattern, Point, Stroke, Text},
        pen::Pen,
    },
    model::{Grade, Kind, LinkId, Pathway},
    picture::{MARK_WIDTH, Picture, PlacedCard, PlacedWire, Stands},
    signs::{
        self,
        fixed::badge_radius,
        links::Badge,
        near::{Crossing, PILL_TEXT},
        places::Faults,
    },
    text::{LABEL_SIZE, Shaper},
    theme::{Palette, Rgb},
};

/// Radius of the corners of cards, in px.
const CORNER: f32 = 7.0;

/// A picture, about to be drawn.
pub(super) struct Diagram<'a> {
    pub(super) pathway: &'a Pathway,
    pub(super) picture: &'a Picture,
    pub(super) options: &'a FigureOptions<'a>,
    palette: &'a Palette,
    pub(super) wires: Vec<Wire<'a>>,
    pub(super) marks: Marks,
}

impl<'a> Diagram<'a> {
    pub(super) fn new(
        pathway: &'a Pathway,
        picture: &'a Picture,
        options: &'a FigureOptions<'a>,
        shaper: &Shaper,
    ) -> Self {
        Self::with_loops(pathway, picture, options, &[], shaper)
    }

    /// With a mark on each of the links that close a loop.
    fn with_loops(
        pathway: &'a Pathway,
        picture: &'a Picture,
        options: &'a FigureOptions<'a>,
        closing: &[LinkId],
        shaper: &Shaper,
    ) -> Self {
        let hidden =
            |wire: &&PlacedWire| !options.answered && wire.links.iter().all(|id| options.blanks.links.contains(id));
        let shown = picture.wires.iter().filter(|wire| !hidden(wire));
        let wires: Vec<Wire<'_>> = shown.map(|wire| Wire::new(pathway, wire, options.reading)).collect();
        let marks = Marks::new(picture, &wires, options, closing, shaper);
        Self { pathway, picture, options, palette: options.palette, wires, marks }
    }

    pub(super) fn draw(&self, pen: &mut Pen) {
        self.bands(pen);
        for (i, wire) in self.wires.iter().enumerate() {
            let names: Vec<String> =
                wire.placed.links.iter().map(|id| spoken(self.pathway, id, self.options)).collect();
            let name = format!("{}{}", names.join("; "), self.change_name(wire.change(self.options)));
            pen.group(&name, |pen| self.wire(pen, i, wire));
        }
        for (i, card) in self.picture.cards.iter().enumerate() {
            pen.group(&self.card_name(card), |pen| self.card(pen, card, i));
        }
        self.band_names(pen);
        // Above everything, so that no line crosses a number out.
        for (&i, place) in &self.marks.asked_effects {
            if let Some(number) = self.wires.get(i).and_then(|wire| wire.asked(self.options)) {
                self.number(pen, place.middle(), number, self.options.answered);
            }
        }
        for (&i, place) in &self.marks.asked_labels {
            if let Some(number) = self.picture.cards.get(i).and_then(|card| self.asked_label(card)) {
                self.number(pen, place.middle(), number, true);
            }
        }
    }

    /// How something differs between two pathways that are compared, where it does.
    fn change(&self, item: &Item) -> Option<Change> {
        self.options.compared?.changes.get(item).copied()
    }

    /// What is said of a change, after the name of what differs.
    fn change_name(&self, change: Option<Change>) -> String {
        let meaning = self.options.compared.zip(change).map(|(compared, change)| compared.meaning(change));
        meaning.map(|meaning| format!(", {meaning}")).unwrap_or_default()
    }

    /// The number of the question that asks for a card's label.
    fn asked_label(&self, card: &PlacedCard) -> Option<u32> {
        let Stands::Node(id) = &card.stands else { return None };
        self.options.blanks.labels.get(id).copied()
    }

    /// The number of a question in a circle.
    fn number(&self, pen: &mut Pen, at: Point, number: u32, filled: bool) {
        let (ink, ground) = (self.palette.card_text, self.palette.card);
        let (text, fill) = if filled { (ground, ink) } else { (ink, ground) };
        pen.shape(Form::Disc(at, ASKING), Some(fill), Some(Stroke::solid(ink, 1.3)));
        pen.centred(at, 10.5, true, text, &number.to_string());
    }

    fn bands(&self, pen: &mut Pen) {
        let whole = Area { x: 0.0, y: 0.0, w: self.picture.width as f32, h: self.picture.height as f32 };
        pen.fill(Form::Box(whole, 0.0), self.palette.lane_a);
        for (i, band) in self.picture.bands.iter().enumerate() {
            let area = Area { x: 0.0, y: band.y as f32, w: whole.w, h: band.h as f32 };
            // The outermost lanes go on to the edge: there is nothing beyond them.
            let top = if i == 0 { 0.0 } else { area.y };
            let bottom = if i + 1 == self.picture.bands.len() { whole.h } else { area.bottom() };
            pen.fill(Form::Box(Area { y: top, h: bottom - top, ..area }, 0.0), self.ground(i));
        }
    }

    /// The lanes' names where they cover nothing; at the left edge, if they can.
    fn band_names(&self, pen: &mut Pen) {
        for (i, band) in self.picture.bands.iter().enumerate() {
            let Some((place, size)) = self.marks.names.get(i).copied().flatten() else { continue };
            pen.fill(Form::Box(place, 3.0), self.ground(i));
            pen.bold((place.x + 4.0, place.y + size), size, self.palette.lane_text, &band.label);
        }
    }

    fn ground(&self, band: usize) -> Rgb {
        if band.is_multiple_of(2) { self.palette.lane_a } else { self.palette.lane_b }
    }

    fn wire(&self, pen: &mut Pen, number: usize, wire: &Wire<'_>) {
        let palette = self.palette;
        let colour = if wire.grade == Grade::X { palette.faint_link } else { palette.link };
        let passes_over = |crossing: &&Crossing<Point>| (crossing.other as usize) < number;
        for crossing in self.marks.crossings[number].iter().filter(passes_over) {
            let ((x, y), (right, down)) = (crossing.at, crossing.along);
            let stroke = Stroke::solid(self.ground(crossing.band as usize), signs::gap(wire.grade));
            pen.line(vec![(x - right, y - down), (x + right, y + down)], stroke);
        }
        if wire.asks(self.options) && !self.options.answered {
            pen.wire_line(&wire.points, wire.grade, colour);
        } else {
            pen.wire(&wire.points, &wire.effects, wire.grade, colour, palette.lane_a);
        }
        let change = wire.change(self.options);
        if let Some((change, place)) = change.zip(self.marks.badges[number]) {
            pen.badge(place.middle(), Compared::sign(change), badge_radius(place), palette.accent, palette.card);
        }
        if !self.options.details {
            return;
        }
        if let Some((badge, place)) = wire.badge.filter(|_| change.is_none()).zip(self.marks.badges[number]) {
            let colour = if badge == Badge::ToldOtherwise { palette.accent } else { palette.link };
            pen.badge(place.middle(), &badge.sign(), badge_radius(place), colour, palette.card);
        }
        if let Some(place) = self.marks.pills[number] {
            let border = Stroke::solid(colour, 1.0);
            pen.shape(Form::Box(place, place.h / 2.0), Some(palette.card), Some(border));
            pen.centred(place.middle(), PILL_TEXT, true, palette.card_text, &wire.carries);
        }
    }

    fn card_name(&self, card: &PlacedCard) -> String {
        match &card.stands {
            Stands::Node(id) => match (self.options.blanks.labels.get(id), self.pathway.node(id)) {
                (Some(number), _) => format!("Blank {number}"),
                (_, Some(node)) => {
                    let change = self.change_name(self.change(&Item::Node(id.clone())));
                    format!("{}, {}{change}", node.label, node.kind.label())
                }
                (_, None) => id.to_string(),
            },
            Stands::Lane(..) => format!("{}, folded lane", card.label.lines.join(" ")),
        }
    }

    fn card(&self, pen: &mut Pen, card: &PlacedCard, number: usize) {
        let palette = self.palette;
        let area = Area::around((card.x as f32, card.y as f32), card.w as f32, card.h as f32);
        let border = Stroke::solid(palette.card_line, 1.0);
        if let Stands::Lane(..) = card.stands {
            // A second card behind it: there is more in here.
            let behind = Area { x: area.x + 4.0, y: area.y + 4.0, ..area };
            pen.shape(Form::Box(behind.grown(-0.5), CORNER), Some(palette.field), Some(border));
        }
        if let Some(asked) = self.asked_label(card).filter(|_| !self.options.answered) {
            self.blank_card(pen, area, asked);
        } else {
            pen.shape(Form::Box(area.grown(-0.5), CORNER), Some(palette.card), Some(border));
            let kind = match &card.stands {
                Stands::Node(id) => self.pathway.node(id).map_or(Kind::Other, |node| node.kind),
                Stands::Lane(..) => Kind::Other,
            };
            let mark = (area.x + MARK_WIDTH / 2.0 + 5.0, area.middle().1);
            pen.mark(kind, mark, 5.6, palette.kinds.of(kind));
            label(pen, card, area, palette.card_text);
            self.card_change(pen, card, area);
        }
        self.unseen(pen, number);
    }

    /// The sign of a card that is not the same in two pathways that are compared, at its upper left corner.
    fn card_change(&self, pen: &mut Pen, card: &PlacedCard, area: Area) {
        let Stands::Node(id) = &card.stands else { return };
        if let Some(change) = self.change(&Item::Node(id.clone())) {
            let at = (area.x + 3.0, area.y + 3.0);
            pen.badge(at, Compared::sign(change), 7.5, self.palette.accent, self.palette.card);
        }
    }

    /// A card to be filled in: its number, and a line to write on.
    fn blank_card(&self, pen: &mut Pen, area: Area, number: u32) {
        let palette = self.palette;
        let dashed = Stroke { pattern: Pattern::Dashes(5.0, 3.5), ..Stroke::solid(palette.card_text, 1.3) };
        pen.shape(Form::Box(area.grown(-0.5), CORNER), Some(palette.card), Some(dashed));
        let middle = (area.x + 15.0, area.middle().1);
        self.number(pen, middle, number, true);
        let base = area.middle().1 + 8.0;
        let line = vec![(area.x + 30.0, base), (area.right() - 10.0, base)];
        pen.line(line, Stroke::solid(palette.card_line, 0.8));
    }

    /// How many links lead from and to things that are not shown: `+2 causes` beside the card.
    fn unseen(&self, pen: &mut Pen, number: usize) {
        for (place, words) in &self.marks.unseen[number] {
            pen.fill(Form::Box(*place, 6.0), self.palette.field);
            pen.centred(place.middle(), COUNT, false, self.palette.weak, words);
        }
    }
}

/// What the marks of a picture cover as exports and the window place them: names of lanes, badges, pills, and a mark on each
/// of the links that close a loop.
pub fn marks_over(pathway: &Pathway, picture: &Picture, closing: &[LinkId], palette: &Palette) -> Faults {
    let options = FigureOptions::new(palette);
    Diagram::with_loops(pathway, picture, &options, closing, &Shaper::default()).marks.faults()
}

/// The label, in the middle of what the kind mark leaves.
fn label(pen: &mut Pen, card: &PlacedCard, area: Area, colour: Rgb) {
    let (x, y) = (area.middle().0 + MARK_WIDTH / 2.0, area.middle().1);
    let height = card.label.line_height;
    let top = y - height * card.label.lines.len() as f32 / 2.0;
    for (i, line) in card.label.lines.iter().enumerate() {
        let base = top + height * (i as f32 + 0.5) + MIDDLE * LABEL_SIZE;
        let text = crate::export::page::clean(line);
        pen.write(Text { at: (x, base), anchor: Anchor::Middle, size: LABEL_SIZE, bold: false, colour, text });
    }
}
