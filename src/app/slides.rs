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
    picture::{Arrangement, Brief, LanesBy, Part, Picture, picture_watched},
    session::{SlideStep, Stretch},
    text::{LABEL_SIZE, Measure},
};

/// How much larger than can be read labels are to be: the canvas keeps a small margin around what it shows.
const MARGIN: f32 = 1.03;
/// For how many times the width of the canvas a stretch is drawn, until each step of it can be read.
const SHAPES: [f32; 5] = [1.0, 0.8, 1.25, 0.6, 1.6];

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
    /// What lanes mean in its stretches.
    lanes: LanesBy,
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
        Self { pathway, steps, answers, canvas, label, lanes: LanesBy::default(), measure }
    }

    /// Draws the longest stretch about a step that can be read: the whole tour, if it can be; else first as many as can be of
    /// the steps that follow, so that going on moves nothing, then of those before. Its cards lie close to where they lay
    /// before. A tour that cannot be read whole in lanes is told without them. Where the step alone cannot be read, it is
    /// drawn as it can be, or else without its answer.
    pub(super) fn stretch(&mut self, at: usize, before: Option<&Picture>) -> Option<Stretch> {
        let end = self.steps.len().checked_sub(1)?;
        for lanes in [LanesBy::Place, LanesBy::Without] {
            self.lanes = lanes;
            if let Some(whole) = self.legible(0..=end, before) {
                return Some(whole);
            }
        }
        let Some(mut best) = self.legible(at..=at, before) else {
            return self.alone(at).map(|picture| self.told_on(picture, &(at..=at)));
        };
        let last =
            at + most(end - at, |more| self.legible(at..=at + more, before).map(|longer| best = longer).is_some());
        most(at, |more| self.legible(at - more..=last, before).map(|longer| best = longer).is_some());
        Some(best)
    }

    /// Some steps with their answers in one drawing of which each of them can be read on a sheet, if there is one; of several
    /// the one whose cards lie closest to where they lay before.
    fn legible(&mut self, steps: RangeInclusive<usize>, before: Option<&Picture>) -> Option<Stretch> {
        let arrangement = Arrangement { lanes: self.lanes, ..self.arrangement(steps.clone(), true) };
        let mut calmest: Option<(Stretch, f64)> = None;
        let seated = before.map(|_| (1.0, before));
        for (shape, seats) in seated.into_iter().chain(SHAPES.map(|shape| (shape, None))) {
            let (picture, _) = self.draw_for(&arrangement, shape, seats)?;
            let size = picture.sheet_size(self.canvas, self.label);
            let stretch = self.told_on(picture, &steps);
            if !stretch.parts.iter().flatten().all(|part| part.fits(size)) {
                continue;
            }
            let Some(before) = before else { return Some(stretch) };
            let (picture, way) = on_sheet(stretch.picture, before);
            if calmest.as_ref().is_none_or(|(_, best)| way < *best) {
                calmest = Some((self.told_on(picture, &steps), way));
            }
        }
        calmest.map(|(stretch, _)| stretch)
    }

    /// A drawing of some steps, and what of it each of them needs with its answer.
    fn told_on(&self, picture: Picture, steps: &RangeInclusive<usize>) -> Stretch {
        let part = |(at, (step, answer)): (usize, (&SlideStep, &Told))| {
            let needs = steps.contains(&at).then(|| step.told.clone().and(answer))?;
            picture.part_of(&needs.nodes, &needs.links)
        };
        let parts: Vec<Option<Part>> = self.steps.iter().zip(&self.answers).enumerate().map(part).collect();
        Stretch { picture, parts }
    }

    /// One step that cannot be read in lanes together with its answer: the first way that can be read, else the largest.
    fn alone(&mut self, at: usize) -> Option<Picture> {
        let mut largest: Option<(Picture, f32)> = None;
        for (lanes, answered) in
            [(LanesBy::Without, true), (LanesBy::Place, false), (LanesBy::Without, false), (LanesBy::Place, true)]
        {
            let arrangement = Arrangement { lanes, ..self.arrangement(at..=at, answered) };
            let (picture, size) = self.draw(&arrangement)?;
            if size >= self.label * MARGIN {
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
        self.draw_for(arrangement, 1.0, None)
    }

    /// The same for a canvas that is so many times as wide, from the seats that cards had before.
    fn draw_for(
        &mut self,
        arrangement: &Arrangement,
        stretched: f32,
        before: Option<&Picture>,
    ) -> Option<(Picture, f32)> {
        let (width, height) = self.canvas;
        let aspect = f64::from((stretched * width / height.max(1.0)).clamp(0.3, 4.0));
        let brief = Brief { arrangement, aspect, before };
        let picture = picture_watched(self.pathway, self.measure, brief, &mut |_| ControlFlow::Continue(()))?;
        let zoom = (f64::from(width) / picture.width).min(f64::from(height) / picture.height);
        Some((picture, zoom as f32 * LABEL_SIZE))
    }
}

/// The most steps of so many with which it can be done, if it can be with fewer where it can be with more. What is tried last
/// with success is the most.
fn most(all: usize, mut can: impl FnMut(usize) -> bool) -> usize {
    let (mut done, mut left) = (0, all);
    while done < left {
        let middle = left - (left - done) / 2;
        if can(middle) {
            done = middle;
        } else {
            left = middle - 1;
        }
    }
    done
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
    let mut board =
        Board { pathway, steps: &[], answers: Vec::new(), canvas, label, lanes: LanesBy::default(), measure };
    let smallest = slides.first()?;
    let (mut best, size) = board.draw(smallest)?;
    let least = label * MARGIN;
    if size < least {
        let (bare, without) = board.draw(&Arrangement { lanes: LanesBy::Without, ..smallest.clone() })?;
        return Some(if without > size { bare } else { best });
    }
    for larger in slides.iter().skip(1) {
        match board.draw(larger)? {
            (picture, size) if size >= least => best = picture,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_that_can_be_done_is_found_and_tried_last() {
        for (all, possible) in [(0, 0), (1, 0), (1, 1), (13, 0), (13, 5), (13, 12), (13, 13)] {
            let mut last = 0;
            let found = most(all, |more| {
                let can = more <= possible;
                last = if can { more } else { last };
                can
            });
            assert_eq!((found, last), (possible, possible), "of {all}");
        }
    }
}
