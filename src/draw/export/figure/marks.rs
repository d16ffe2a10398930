//! Where everything lies that is painted over a drawing on a page, at scale 1: by the placing pass of the window.

use std::collections::BTreeMap;

use super::{FigureOptions, wire::Wire};
use crate::{
    model::LinkId,
    picture::{MARK_WIDTH, Picture, PlacedBand, PlacedCard, Stands},
    signs::{
        self, Area, Point,
        fixed::{Fixed, Run, badge_places, boxes},
        grid::Grid,
        line::{along, length},
        names::{count_places, name_area, name_places, word_places},
        near::{Crossing, Line, Near},
        places::{Faults, Ground, Of, Placing, faults},
        taken::Taken,
    },
    text::Shaper,
    words,
};

/// Sizes of the lanes' names, the second where the first finds no place.
const NAMES: [f32; 2] = [12.5, 10.0];
/// Size of what says how many links lead to or from what is not shown.
pub(super) const COUNT: f32 = 11.0;
/// Radius of the circle around the number of a question, in px.
pub(super) const ASKING: f32 = 8.0;
/// How far the number of a question lies before the end of its line, in px, and the step to the next place.
const BEFORE_END: (f32, f32) = (24.0, 6.0);

/// Where marks lie, and what passes under them, in px at scale 1.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Where each line passes over others.
    pub(super) crossings: Vec<Vec<Crossing<Point>>>,
    /// The badge's place of each line.
    pub(super) badges: Vec<Option<Area>>,
    /// The pill's place of each line.
    pub(super) pills: Vec<Option<Area>>,
    /// The name's place of each band, and the size of its text.
    pub(super) names: Vec<Option<(Area, f32)>>,
    /// How many links lead to each card from what is not shown, and from it, as words in their places.
    pub(super) unseen: Vec<Vec<(Area, String)>>,
    /// The places of the numbers of questions: about effects by line, about labels by card.
    pub(super) asked_effects: BTreeMap<usize, Area>,
    pub(super) asked_labels: BTreeMap<usize, Area>,
    /// The marks of loops on the links that close them.
    loops: Vec<Area>,
    /// Every end and start.
    ends: Vec<Area>,
    /// The text of every card.
    texts: Vec<Area>,
    /// How many badges lie on a line that is not theirs.
    over_lines: usize,
}

impl Marks {
    /// Places all marks of a picture whose lines are `wires`; those of loops on the links that `closing` lists.
    pub(super) fn new(
        picture: &Picture,
        wires: &[Wire<'_>],
        options: &FigureOptions<'_>,
        closing: &[LinkId],
        shaper: &Shaper,
    ) -> Self {
        let cards: Vec<Area> = picture.cards.iter().map(area).collect();
        let lines: Vec<&[Point]> = wires.iter().map(|wire| wire.points.as_slice()).collect();
        let grid = Grid::new(&cards, &lines);
        let usual = Taken::of(picture.bands.iter().map(|band| name_area(&band.label, (band.x as f32, band.y as f32))));
        let runs: Vec<Run<'_, Point>> = wires.iter().map(|wire| wire.run(options)).collect();
        let fixed = Fixed::new(&cards, &runs, &grid, &usual);
        let floors: Vec<f32> = picture.bands.iter().map(|band| (band.y + band.h) as f32).collect();
        let each: Vec<Line<'_, Point>> = wires.iter().map(Wire::line).collect();
        let near = Near::new(&cards, &each, &grid);
        let taken = [&fixed.ends, &fixed.badges, &usual];
        let pills = if options.details { near.pills(&taken) } else { vec![None; wires.len()] };
        let crossings = near.crossings(&floors, &fixed.ends);
        let placed_pills = Taken::of(pills.iter().flatten().copied());
        let marks = [&fixed.badges, &placed_pills];
        let ground = Ground { cards: &cards, lines: &lines, grid: &grid, ends: &fixed.ends, marks: &marks };
        let mut placing = Placing::new(ground);
        let unseen = unseen(&mut placing, picture, shaper);
        let (asked_effects, asked_labels) = asked(&mut placing, picture, wires, options);
        let closed = closing.iter().filter_map(|id| wires.iter().position(|wire| wire.placed.links.contains(id)));
        let on_link = |line: usize| placing.place(Of::Line(line), badge_places(&wires[line].points));
        let loops = closed.filter_map(on_link).collect();
        let names = names(&mut placing, picture, shaper);
        Self {
            crossings,
            over_lines: fixed.over_lines(&lines, &grid),
            badges: fixed.places,
            pills,
            names,
            unseen,
            asked_effects,
            asked_labels,
            loops,
            ends: runs.iter().flat_map(|run| boxes(run, 1.0)).collect(),
            texts: cards.iter().map(text).collect(),
        }
    }

    /// What the marks cover, by their places.
    pub(super) fn faults(&self) -> Faults {
        let on_lines = self.badges.iter().chain(&self.pills).flatten().copied();
        let names = self.names.iter().flatten().map(|(area, _)| *area);
        let counts = self.unseen.iter().flatten().map(|(area, _)| *area);
        let asked = self.asked_effects.values().chain(self.asked_labels.values()).copied();
        let marks: Vec<Area> =
            on_lines.chain(names).chain(counts).chain(asked).chain(self.loops.iter().copied()).collect();
        Faults { over_lines: self.over_lines, ..faults(&marks, &self.ends, &self.texts) }
    }
}

/// Where a card lies.
fn area(card: &PlacedCard) -> Area {
    Area::around((card.x as f32, card.y as f32), card.w as f32, card.h as f32)
}

/// Where a card's text lies, generously.
fn text(card: &Area) -> Area {
    Area { x: card.x + MARK_WIDTH + 5.0, w: card.w - MARK_WIDTH - 10.0, ..card.grown(-4.0) }
}

/// How many links lead to and from what is not shown: in words, or else in a number. What finds no place is told by the
/// card's name.
fn unseen(placing: &mut Placing<'_, Point>, picture: &Picture, shaper: &Shaper) -> Vec<Vec<(Area, String)>> {
    let mut on_card = |(i, card): (usize, &PlacedCard)| {
        let mut found = Vec::new();
        for (count, into) in [(card.unseen.0, true), (card.unseen.1, false)].into_iter().filter(|(count, _)| *count > 0)
        {
            for words in words::canvas::unseen(count, into) {
                let size = (shaper.width(&words, COUNT, false) + 8.0, COUNT + 3.0);
                let place = placing.place(Of::Card(i), count_places(area(card), size, into));
                if let Some(place) = place {
                    found.push((place, words));
                    break;
                }
            }
        }
        found
    };
    picture.cards.iter().enumerate().map(&mut on_card).collect()
}

/// The places of the lanes' names.
fn names(placing: &mut Placing<'_, Point>, picture: &Picture, shaper: &Shaper) -> Vec<Option<(Area, f32)>> {
    let mut name = |band: &PlacedBand| {
        let (x, y, w, h) = (band.x as f32 + 8.0, band.y as f32 + 2.0, band.w as f32 - 16.0, band.h as f32 - 4.0);
        let needs = NAMES.map(|size| (shaper.width(&band.label, size, true) + 8.0, size * 1.25));
        let place = placing.place(Of::Nothing, name_places(Area { x, y, w, h }, needs, 1.0))?;
        Some((place, if place.h == needs[0].1 { NAMES[0] } else { NAMES[1] }))
    };
    picture.bands.iter().map(&mut name).collect()
}

/// The places of the numbers of questions. What asks for an effect stands for the end of its line until it is answered;
/// what is answered has its number beside the answer.
fn asked(
    placing: &mut Placing<'_, Point>,
    picture: &Picture,
    wires: &[Wire<'_>],
    options: &FigureOptions<'_>,
) -> (BTreeMap<usize, Area>, BTreeMap<usize, Area>) {
    let side = 2.0 * ASKING + 1.0;
    let (mut effects, mut labels) = (BTreeMap::new(), BTreeMap::new());
    for (i, wire) in wires.iter().enumerate().filter(|(_, wire)| wire.asks(options)) {
        let long = length(&wire.points);
        let at = |back: f32| Area::around(along(&wire.points, (long - back).max(0.0)), side, side);
        if options.answered {
            let places = (0..40).map(|step| at(BEFORE_END.0 + BEFORE_END.1 * step as f32));
            let place = placing.place(Of::Line(i), places).unwrap_or_else(|| at(BEFORE_END.0));
            effects.insert(i, place);
        } else {
            let place = at(ASKING + 1.5);
            placing.take(place);
            effects.insert(i, place);
        }
    }
    let asked = |card: &PlacedCard| matches!(&card.stands, Stands::Node(id) if options.answered && options.blanks.labels.contains_key(id));
    for (i, card) in picture.cards.iter().enumerate().filter(|(_, card)| asked(card)) {
        let within = Area { w: side, h: side, ..area(card).grown(-3.0) };
        let places = word_places(area(card), (side, side), 1.0).chain([within]);
        let place = placing.place(Of::Card(i), places).unwrap_or(within);
        labels.insert(i, place);
    }
    (effects, labels)
}

impl Wire<'_> {
    /// What its end and its badge take.
    fn run(&self, options: &FigureOptions<'_>) -> Run<'_, Point> {
        // The number of a question stands where the end would be.
        let points = if self.asks(options) && !options.answered {
            &self.points[..self.points.len().min(1)]
        } else {
            &self.points
        };
        Run {
            points,
            grade: self.grade,
            effects: [self.effects.as_slice(); 2],
            badged: self.change(options).is_some() || options.details && self.badge.is_some(),
        }
    }

    fn line(&self) -> Line<'_, Point> {
        Line { points: &self.points, width: signs::width(self.grade), letters: self.carries.chars().count() }
    }
}
