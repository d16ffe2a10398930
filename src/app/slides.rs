//! Slides: how much of a tour one drawing can hold whose labels a back row can read.

use std::{
    collections::BTreeSet,
    ops::{ControlFlow, RangeInclusive},
};

use super::sheet::on_sheet;
use crate::{
    analysis::{lens::Lens, whatif::Outcome},
    lesson::{Told, verdict},
    model::{LinkId, Pathway},
    picture::{Arrangement, Brief, LanesBy, Picture, picture_watched},
    session::SlideStep,
    text::{LABEL_SIZE, Measure},
};

/// Most cards on a slide: beyond, nobody follows.
const MOST_CARDS: usize = 16;
/// How much larger than can be read labels are to be: the canvas keeps a small margin around what it shows.
const MARGIN: f32 = 1.03;
/// How much narrower and wider than the canvas a stretch is drawn as well, to find one whose cards move less.
const SHAPES: [f32; 4] = [0.6, 0.8, 1.25, 1.6];

/// What slides are drawn from, and on.
pub(super) struct Board<'a> {
    pathway: &'a Pathway,
    steps: &'a [SlideStep],
    /// What the answer to the question of each step needs.
    answers: Vec<Told>,
    /// Width and height, in px.
    canvas: (f32, f32),
    /// Smallest size of a label, in px.
    label: f32,
    measure: &'a mut Measure,
}

impl<'a> Board<'a> {
    pub(super) fn new(
        pathway: &'a Pathway,
        lens: &Lens,
        steps: &'a [SlideStep],
        canvas: (f32, f32),
        label: f32,
        measure: &'a mut Measure,
    ) -> Self {
        let answers = steps.iter().map(|step| answer(pathway, lens, step)).collect();
        Self { pathway, steps, answers, canvas, label: label * MARGIN, measure }
    }

    /// Draws the longest stretch about a step that can be read: first the steps that follow, so that going on moves nothing,
    /// then those before; its cards lie close to where they lay before. Where the step alone cannot be read, it is drawn without lanes, or else without its answer.
    pub(super) fn stretch(&mut self, at: usize, before: Option<&Picture>) -> Option<Picture> {
        let Some(mut best) = self.legible(at..=at) else { return self.alone(at) };
        let (mut first, mut last) = (at, at);
        while last + 1 < self.steps.len()
            && let Some(longer) = self.legible(first..=last + 1)
        {
            (last, best) = (last + 1, longer);
        }
        while first > 0
            && let Some(longer) = self.legible(first - 1..=last)
        {
            (first, best) = (first - 1, longer);
        }
        let Some(before) = before else { return Some(best) };
        let arrangement = self.arrangement(first..=last, true);
        Some(self.calmest(best, &arrangement, before))
    }

    /// Of a drawing and others of the same, narrower and wider, the one whose cards lie closest to where they lay before.
    fn calmest(&mut self, best: Picture, arrangement: &Arrangement, before: &Picture) -> Picture {
        let mut calmest = on_sheet(best, before);
        for stretched in SHAPES {
            let drawn = self.draw_for(arrangement, stretched).filter(|(_, size)| *size >= self.label);
            let laid = drawn.map(|(picture, _)| on_sheet(picture, before));
            calmest = laid.filter(|(_, way)| *way < calmest.1).unwrap_or(calmest);
        }
        calmest.0
    }

    /// Some steps with their answers, if they can be read and followed.
    fn legible(&mut self, steps: RangeInclusive<usize>) -> Option<Picture> {
        let alone = steps.start() == steps.end();
        let arrangement = self.arrangement(steps, true);
        if !alone && arrangement.focus.as_ref().is_some_and(|nodes| nodes.len() > MOST_CARDS) {
            return None;
        }
        self.draw(&arrangement).filter(|(_, size)| *size >= self.label).map(|(picture, _)| picture)
    }

    /// One step that cannot be read in lanes together with its answer: the first way that can be read, else the largest.
    fn alone(&mut self, at: usize) -> Option<Picture> {
        let mut largest: Option<(Picture, f32)> = None;
        for (lanes, answered) in
            [(LanesBy::Without, true), (LanesBy::Place, false), (LanesBy::Without, false), (LanesBy::Place, true)]
        {
            let arrangement = Arrangement { lanes, ..self.arrangement(at..=at, answered) };
            let (picture, size) = self.draw(&arrangement)?;
            if size >= self.label {
                return Some(picture);
            }
            if largest.as_ref().is_none_or(|(_, best)| size > *best) {
                largest = Some((picture, size));
            }
        }
        largest.map(|(picture, _)| picture)
    }

    /// What some steps need, with every link between it that has been told by then.
    fn arrangement(&self, steps: RangeInclusive<usize>, answered: bool) -> Arrangement {
        let (own, before) = (steps.clone(), 0..=*steps.end());
        let answers = self.answers.iter().filter(|_| answered);
        let needs = || self.steps.iter().map(|step| &step.told);
        let within = |range: &RangeInclusive<usize>| range.end() + 1 - range.start();
        let nodes: BTreeSet<_> = needs()
            .skip(*own.start())
            .take(within(&own))
            .chain(answers.clone().skip(*own.start()).take(within(&own)))
            .flat_map(|told| told.nodes.iter().cloned())
            .collect();
        let told = needs().take(within(&before)).chain(answers.take(within(&before)));
        let between = |id: &&LinkId| {
            self.pathway.link(id).is_some_and(|link| nodes.contains(&link.from) && nodes.contains(&link.to))
        };
        let links = told.flat_map(|told| &told.links).filter(between).cloned().collect();
        Arrangement { focus: Some(nodes), links: Some(links), ..Arrangement::default() }
    }

    /// A drawing, and the size that its labels have where it fills the canvas, in px.
    fn draw(&mut self, arrangement: &Arrangement) -> Option<(Picture, f32)> {
        self.draw_for(arrangement, 1.0)
    }

    /// The same for a canvas that is so many times as wide.
    fn draw_for(&mut self, arrangement: &Arrangement, stretched: f32) -> Option<(Picture, f32)> {
        let (width, height) = self.canvas;
        let aspect = f64::from((stretched * width / height.max(1.0)).clamp(0.3, 4.0));
        let brief = Brief { arrangement, aspect, before: None };
        let picture = picture_watched(self.pathway, self.measure, brief, &mut |_| ControlFlow::Continue(()))?;
        let zoom = (f64::from(width) / picture.width).min(f64::from(height) / picture.height);
        Some((picture, zoom as f32 * LABEL_SIZE))
    }
}

/// Draws the largest of some slides whose labels are at least `label` px high. Where the smallest one is too large, it is
/// tried without lanes as well.
pub(super) fn largest(
    pathway: &Pathway,
    slides: &[Arrangement],
    canvas: (f32, f32),
    label: f32,
    measure: &mut Measure,
) -> Option<Picture> {
    let mut board = Board { pathway, steps: &[], answers: Vec::new(), canvas, label: label * MARGIN, measure };
    let smallest = slides.first()?;
    let (mut best, size) = board.draw(smallest)?;
    if size < board.label {
        let (bare, without) = board.draw(&Arrangement { lanes: LanesBy::Without, ..smallest.clone() })?;
        return Some(if without > size { bare } else { best });
    }
    for larger in slides.iter().skip(1) {
        match board.draw(larger)? {
            (picture, size) if size >= board.label => best = picture,
            _ => break,
        }
    }
    Some(best)
}

/// What the question of a step is about, and what its answer shows.
fn answer(pathway: &Pathway, lens: &Lens, step: &SlideStep) -> Told {
    let mut needed = Told::default();
    let Some((push, ask)) = &step.asks else { return needed };
    needed.nodes.extend(push.nodes().chain([ask]).cloned());
    let found = verdict(pathway, lens, push, ask).ok().filter(|verdict| verdict.outcome != Outcome::Unchanged);
    if let Some(verdict) = found {
        needed.nodes.extend(verdict.nodes);
        needed.links.extend(verdict.links);
    }
    needed
}
