//! The drawing itself: lanes, links and cards exactly where the window has them, at scale 1.

use super::{options::FigureOptions, spoken::spoken};
use crate::{
    export::{
        page::{Anchor, Area, Form, MIDDLE, Pattern, Point, Stroke, Text},
        pen::Pen,
    },
    model::{Grade, Kind, Link, Pathway},
    picture::{MARK_WIDTH, Picture, PlacedCard, PlacedWire, Stands},
    signs::{
        self,
        grid::Grid,
        line::{along, length},
        links::{self, Badge},
        names::{mark_places, name_area},
        near::{Crossing, Line, Near, PILL_TEXT},
    },
    text::{LABEL_SIZE, Shaper},
    theme::{Palette, Rgb},
};

/// Radius of the corners of cards, in px.
const CORNER: f32 = 7.0;
/// Radius of the circle around the number of a question, in px.
const ASKING: f32 = 8.0;

/// A picture, about to be drawn.
pub(super) struct Diagram<'a> {
    pathway: &'a Pathway,
    picture: &'a Picture,
    options: &'a FigureOptions<'a>,
    palette: &'a Palette,
    shaper: &'a Shaper,
    wires: Vec<Wire<'a>>,
}

/// A line that is drawn, with its links.
pub(super) struct Wire<'a> {
    pub(super) placed: &'a PlacedWire,
    pub(super) points: Vec<Point>,
    pub(super) links: Vec<&'a Link>,
    pub(super) grade: Grade,
    badge: Option<Badge>,
    /// What its pill says.
    carries: String,
    /// Where its marks stand.
    middle: Point,
}

impl Wire<'_> {
    fn as_line(&self) -> Line<'_, Point> {
        Line {
            points: &self.points,
            width: signs::width(self.grade),
            badge: self.badge.map(|_| self.middle),
            letters: self.carries.chars().count(),
        }
    }
}

impl<'a> Diagram<'a> {
    pub(super) fn new(
        pathway: &'a Pathway,
        picture: &'a Picture,
        options: &'a FigureOptions<'a>,
        shaper: &'a Shaper,
    ) -> Self {
        let hidden =
            |wire: &&PlacedWire| !options.answered && wire.links.iter().all(|id| options.blanks.links.contains(id));
        let names = names(picture);
        let wire = |placed: &'a PlacedWire| {
            let links: Vec<&Link> = placed.links.iter().filter_map(|id| pathway.link(id)).map(|link| &**link).collect();
            Wire {
                placed,
                points: placed.points.iter().map(|&(x, y)| (x as f32, y as f32)).collect(),
                grade: links::grade(&links),
                badge: Badge::of(&links),
                carries: links::carries(&links),
                middle: (0.0, 0.0),
                links,
            }
        };
        let mut wires: Vec<Wire<'_>> = picture.wires.iter().filter(|wire| !hidden(wire)).map(wire).collect();
        let places = mark_places(wires.iter().map(|wire| (wire.points.as_slice(), wire.badge.is_some())), &names);
        wires.iter_mut().zip(places).for_each(|(wire, place)| wire.middle = place);
        Self { pathway, picture, options, palette: options.palette, shaper, wires }
    }

    pub(super) fn draw(&self, pen: &mut Pen) {
        self.bands(pen);
        let (crossings, pills) = self.details();
        for (i, wire) in self.wires.iter().enumerate() {
            let names: Vec<String> =
                wire.placed.links.iter().map(|id| spoken(self.pathway, id, self.options)).collect();
            let over = crossings[i].iter().filter(|crossing| (crossing.other as usize) < i);
            pen.group(&names.join("; "), |pen| self.wire(pen, wire, over, pills[i]));
        }
        for card in &self.picture.cards {
            pen.group(&self.card_name(card), |pen| self.card(pen, card));
        }
        self.band_names(pen);
        // Above everything, so that no line crosses a number out.
        for wire in &self.wires {
            self.asked_effect(pen, wire);
        }
        if self.options.answered {
            for card in &self.picture.cards {
                if let Some(number) = self.asked_label(card) {
                    let at = (card.x as f32 - card.w as f32 / 2.0 + 2.0, card.y as f32 - card.h as f32 / 2.0 + 2.0);
                    self.number(pen, at, number, true);
                }
            }
        }
    }

    /// Crossings and places for pills, by the rules that the window follows too.
    fn details(&self) -> (Vec<Vec<Crossing<Point>>>, Vec<Option<Area>>) {
        let area = |card: &PlacedCard| Area::around((card.x as f32, card.y as f32), card.w as f32, card.h as f32);
        let cards: Vec<Area> = self.picture.cards.iter().map(area).collect();
        let lines: Vec<Line<'_, Point>> = self.wires.iter().map(Wire::as_line).collect();
        let floors: Vec<f32> = self.picture.bands.iter().map(|band| (band.y + band.h) as f32).collect();
        let points: Vec<&[Point]> = lines.iter().map(|line| line.points).collect();
        let grid = Grid::new(&cards, &points);
        let near = Near::new(&cards, &lines, &grid);
        let pills = if self.options.details { near.pills(&names(self.picture)) } else { vec![None; lines.len()] };
        (near.crossings(&floors), pills)
    }

    /// The number of the question that asks for a card's label.
    fn asked_label(&self, card: &PlacedCard) -> Option<u32> {
        let Stands::Node(id) = &card.stands else { return None };
        self.options.blanks.labels.get(id).copied()
    }

    /// The number of the question that asks for a line's effect: at its end, or beside it where the end is shown.
    fn asked_effect(&self, pen: &mut Pen, wire: &Wire<'_>) {
        let Some(&number) = wire.placed.links.iter().find_map(|id| self.options.blanks.signs.get(id)) else { return };
        let back = if self.options.answered { 24.0 } else { ASKING + 1.5 };
        self.number(pen, along(&wire.points, (length(&wire.points) - back).max(0.0)), number, self.options.answered);
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

    /// The lanes' names at the left edge, above the drawing, so that no line crosses a name out.
    fn band_names(&self, pen: &mut Pen) {
        const SIZE: f32 = 12.5;
        for (i, band) in self.picture.bands.iter().enumerate() {
            let (x, y) = (band.x as f32 + 12.0, band.y as f32 + 5.0);
            let width = self.shaper.width(&band.label, SIZE, true);
            let around = Area { x: x - 4.0, y, w: width + 8.0, h: SIZE * 1.3 };
            pen.fill(Form::Box(around, 3.0), self.ground(i));
            pen.bold((x, y + SIZE), SIZE, self.palette.lane_text, &band.label);
        }
    }

    fn ground(&self, band: usize) -> Rgb {
        if band.is_multiple_of(2) { self.palette.lane_a } else { self.palette.lane_b }
    }

    fn wire<'b>(
        &self,
        pen: &mut Pen,
        wire: &Wire<'_>,
        passes_over: impl Iterator<Item = &'b Crossing<Point>>,
        pill: Option<Area>,
    ) {
        let palette = self.palette;
        let colour = if wire.grade == Grade::X { palette.faint_link } else { palette.link };
        for crossing in passes_over {
            let ((x, y), (right, down)) = (crossing.at, crossing.along);
            let stroke = Stroke::solid(self.ground(crossing.band as usize), signs::gap(wire.grade));
            pen.line(vec![(x - right, y - down), (x + right, y + down)], stroke);
        }
        let asked = wire.placed.links.iter().any(|id| self.options.blanks.signs.contains_key(id));
        if asked && !self.options.answered {
            pen.wire_line(&wire.points, wire.grade, colour);
        } else {
            let effects = links::effects(&wire.links, self.options.reading);
            pen.wire(&wire.points, &effects, wire.grade, colour, palette.lane_a);
        }
        if !self.options.details {
            return;
        }
        if let Some(badge) = wire.badge {
            let colour = if badge == Badge::ToldOtherwise { palette.accent } else { palette.link };
            pen.badge(wire.middle, &badge.sign(), 8.0, colour, palette.card);
        }
        if let Some(place) = pill {
            let border = Stroke::solid(colour, 1.0);
            pen.shape(Form::Box(place, place.h / 2.0), Some(palette.card), Some(border));
            pen.centred(place.middle(), PILL_TEXT, true, palette.card_text, &wire.carries);
        }
    }

    fn card_name(&self, card: &PlacedCard) -> String {
        match &card.stands {
            Stands::Node(id) => match (self.options.blanks.labels.get(id), self.pathway.node(id)) {
                (Some(number), _) => format!("Blank {number}"),
                (_, Some(node)) => format!("{}, {}", node.label, node.kind.label()),
                (_, None) => id.to_string(),
            },
            Stands::Lane(..) => format!("{}, folded lane", card.label.lines.join(" ")),
        }
    }

    fn card(&self, pen: &mut Pen, card: &PlacedCard) {
        let palette = self.palette;
        let area = Area::around((card.x as f32, card.y as f32), card.w as f32, card.h as f32);
        let border = Stroke::solid(palette.card_line, 1.0);
        if let Stands::Lane(..) = card.stands {
            // A second card behind it: there is more in here.
            let behind = Area { x: area.x + 4.0, y: area.y + 4.0, ..area };
            pen.shape(Form::Box(behind.grown(-0.5), CORNER), Some(palette.field), Some(border));
        }
        if let Some(number) = self.asked_label(card).filter(|_| !self.options.answered) {
            self.blank_card(pen, area, number);
        } else {
            pen.shape(Form::Box(area.grown(-0.5), CORNER), Some(palette.card), Some(border));
            let kind = match &card.stands {
                Stands::Node(id) => self.pathway.node(id).map_or(Kind::Other, |node| node.kind),
                Stands::Lane(..) => Kind::Other,
            };
            let mark = (area.x + MARK_WIDTH / 2.0 + 5.0, area.middle().1);
            pen.mark(kind, mark, 5.6, palette.kinds.of(kind));
            label(pen, card, area, palette.card_text);
        }
        self.unseen(pen, card, area);
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

    /// How many links lead from and to things that are not shown: `+2` at the card's left and right.
    fn unseen(&self, pen: &mut Pen, card: &PlacedCard, area: Area) {
        for (count, x) in [(card.unseen.0, area.x), (card.unseen.1, area.right())] {
            if count > 0 {
                let text = format!("+{count}");
                let around = Area::around((x, area.bottom()), self.shaper.width(&text, 11.0, false) + 8.0, 14.0);
                pen.fill(Form::Box(around, 6.0), self.palette.field);
                pen.centred(around.middle(), 11.0, false, self.palette.weak, &text);
            }
        }
    }
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

/// The places of the lanes' names.
fn names(picture: &Picture) -> Vec<Area> {
    picture.bands.iter().map(|band| name_area(&band.label, (band.x as f32, band.y as f32))).collect()
}
