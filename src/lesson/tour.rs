//! Telling a tour: where the telling stands, what has been told so far, and what a step shows.

use std::{collections::BTreeSet, sync::Arc};

use crate::model::{LinkId, NodeId, Pathway, Predict, Step, Tour};

/// Nodes and links that have been told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The nodes; both ends of every told link are among them.
    pub nodes: BTreeSet<NodeId>,
    /// The links.
    pub links: BTreeSet<LinkId>,
}

impl Told {
    /// What some steps show together. Names of nothing are passed over.
    pub fn by<'a>(pathway: &Pathway, steps: impl IntoIterator<Item = &'a Step>) -> Self {
        let mut told = Self::default();
        for name in steps.into_iter().flat_map(|step| &step.show) {
            if let Some(node) = pathway.node(&NodeId::new(name)) {
                told.nodes.insert(node.id.clone());
            } else if let Some(link) = pathway.link(&LinkId::new(name)) {
                told.nodes.extend([link.from.clone(), link.to.clone()]);
                told.links.insert(link.id.clone());
            }
        }
        told
    }

    /// With what another has.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.nodes.extend(other.nodes.iter().cloned());
        self.links.extend(other.links.iter().cloned());
        self
    }
}

/// The names in a step that the pathway does not have: in what it shows, asks and branches to.
pub fn gone<'a>(pathway: &Pathway, step: &'a Step) -> Vec<&'a str> {
    let there = |name: &str| pathway.node(&NodeId::new(name)).is_some() || pathway.link(&LinkId::new(name)).is_some();
    let named = step.show.iter().map(String::as_str).chain(step.predict.iter().flat_map(Predict::names));
    let mut gone: Vec<&str> = named.filter(|name| !there(name)).collect();
    let tours = pathway.tours();
    let lost = |id: &&str| !tours.iter().any(|tour| tour.id.as_str() == *id);
    gone.extend(step.branches.iter().map(|branch| branch.tour.as_str()).filter(lost));
    gone
}

/// How far a step has been told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// It has been said.
    #[default]
    Said,
    /// It asks, and waits for answers.
    Asked,
    /// Its answer is shown.
    Revealed,
}

/// A tour that is being told, and the tours that it was left for.
#[derive(Clone, Debug, PartialEq)]
pub struct Telling {
    /// The tour, then the branch that was taken from it, and so on. Never empty.
    way: Vec<Place>,
    phase: Phase,
}

/// A step of a tour.
#[derive(Clone, Debug, PartialEq)]
struct Place {
    tour: Arc<Tour>,
    step: usize,
}

impl Telling {
    /// Begins a tour; `None` where it has no steps.
    pub fn begin(tour: &Arc<Tour>) -> Option<Self> {
        let first = tour.steps.first()?;
        Some(Self { way: vec![Place { tour: Arc::clone(tour), step: 0 }], phase: opening(first) })
    }

    /// The tour that is being told.
    pub fn tour(&self) -> &Arc<Tour> {
        &self.place().tour
    }

    /// The number of its step, from 0.
    pub fn number(&self) -> usize {
        self.place().step
    }

    /// The step.
    pub fn step(&self) -> &Step {
        &self.place().tour.steps[self.place().step]
    }

    /// The step after this one in the same tour.
    pub fn following(&self) -> Option<&Step> {
        self.place().tour.steps.get(self.place().step + 1)
    }

    /// How far the step has been told.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Whether this is a branch of another tour.
    pub fn is_branch(&self) -> bool {
        self.way.len() > 1
    }

    /// Every step up to this one, also those of the tours that were left for a branch.
    pub fn so_far(&self) -> impl DoubleEndedIterator<Item = &Step> {
        self.way.iter().flat_map(|place| place.tour.steps.iter().take(place.step + 1))
    }

    /// One press of "next": reveals what was asked, else goes to the next step; at the end of a branch back to where it
    /// was taken. Gives back whether anything changed: at the very end nothing does.
    pub fn forward(&mut self) -> bool {
        if self.phase == Phase::Asked {
            self.phase = Phase::Revealed;
            return true;
        }
        if self.following().is_some() {
            return self.go(self.number() + 1);
        }
        if self.is_branch() {
            self.way.pop();
            self.phase = closing(self.step());
            return true;
        }
        false
    }

    /// One press of "back": hides an answer again, else goes to the step before; at the start of a branch back to where
    /// it was taken. Gives back whether anything changed.
    pub fn backward(&mut self) -> bool {
        if self.phase == Phase::Revealed {
            self.phase = Phase::Asked;
            return true;
        }
        if self.number() > 0 {
            return self.go(self.number() - 1);
        }
        if self.is_branch() {
            self.way.pop();
            self.phase = closing(self.step());
            return true;
        }
        false
    }

    /// Goes to a step of the same tour. Gives back whether there is one.
    pub fn go(&mut self, step: usize) -> bool {
        let Some(place) = self.way.last_mut().filter(|place| step < place.tour.steps.len()) else { return false };
        place.step = step;
        self.phase = opening(self.step());
        true
    }

    /// Takes a branch of this step, by its number from 0. One to a tour that was left for this one leads back to where it was
    /// left, one to this tour itself to its beginning. Gives back whether there is one with steps.
    pub fn branch(&mut self, number: usize, pathway: &Pathway) -> bool {
        let Some(branch) = self.step().branches.get(number) else { return false };
        let tour = pathway.tours().iter().find(|tour| tour.id == branch.tour && !tour.steps.is_empty());
        let Some(tour) = tour else { return false };
        if self.tour().id == tour.id {
            return self.go(0);
        }
        if let Some(at) = self.way.iter().position(|place| place.tour.id == tour.id) {
            self.way.truncate(at + 1);
            self.phase = closing(self.step());
            return true;
        }
        self.phase = tour.steps.first().map_or(Phase::Said, opening);
        self.way.push(Place { tour: Arc::clone(tour), step: 0 });
        true
    }

    fn place(&self) -> &Place {
        // There is a first place from the beginning, and it is never taken away.
        &self.way[self.way.len() - 1]
    }
}

/// How a step begins: a question waits for answers.
fn opening(step: &Step) -> Phase {
    if step.predict.is_some() { Phase::Asked } else { Phase::Said }
}

/// How a step is left for a branch and found again: with its answer shown.
fn closing(step: &Step) -> Phase {
    if step.predict.is_some() { Phase::Revealed } else { Phase::Said }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Branch, Extra, notation};

    fn tour(id: &str, steps: Vec<Step>) -> Tour {
        Tour { id: id.into(), title: id.to_owned(), steps, extra: Extra::new() }
    }

    /// `story`: a step, a question with a way to `aside` (two steps), a step.
    fn sample() -> Pathway {
        let mut parts = notation::parse("a -> b -> c").expect("notation").parts();
        let predict =
            Predict { raise: vec!["a".into()], lower: vec![], block: vec![], ask: "c".into(), extra: Extra::new() };
        let branch = Branch { tour: "aside".into(), text: "Aside".to_owned(), extra: Extra::new() };
        let link = parts.links[0].id.to_string();
        let question =
            Step { predict: Some(predict), branches: vec![branch], ..Step::new([link.as_str()], "What now?") };
        parts.tours = vec![
            tour("story", vec![Step::new(["a"], "One."), question, Step::new(["c", "gone"], "Three.")]),
            tour("aside", vec![Step::new(["b"], "Aside one."), Step::new(["b"], "Aside two.")]),
            tour("empty", vec![]),
        ];
        Pathway::from_parts(parts, Vec::new())
    }

    fn place(telling: &Telling) -> (&str, usize, Phase) {
        (telling.tour().id.as_str(), telling.number(), telling.phase())
    }

    #[test]
    fn next_reveals_before_it_goes_on_and_back_is_its_mirror() {
        let pathway = sample();
        let mut telling = Telling::begin(&pathway.tours()[0]).expect("it has steps");
        let mut seen = vec![(telling.number(), telling.phase())];
        while telling.forward() {
            seen.push((telling.number(), telling.phase()));
        }
        assert_eq!(seen, [(0, Phase::Said), (1, Phase::Asked), (1, Phase::Revealed), (2, Phase::Said)]);
        assert!(telling.backward() && telling.backward());
        assert_eq!(place(&telling), ("story", 0, Phase::Said));
        assert!(!telling.backward());
        assert_eq!(Telling::begin(&pathway.tours()[2]), None);
    }

    #[test]
    fn a_branch_returns_to_where_it_was_taken() {
        let pathway = sample();
        let mut telling = Telling::begin(&pathway.tours()[0]).expect("it has steps");
        assert!(!telling.branch(0, &pathway), "the first step has none");
        telling.forward();
        assert!(telling.branch(0, &pathway) && telling.is_branch());
        assert_eq!(place(&telling), ("aside", 0, Phase::Said));
        assert!(telling.forward() && telling.forward());
        assert_eq!(place(&telling), ("story", 1, Phase::Revealed));
        assert!(telling.branch(0, &pathway) && telling.backward());
        assert_eq!(place(&telling), ("story", 1, Phase::Revealed));
    }

    #[test]
    fn a_branch_to_what_is_being_told_leads_back_there() {
        let mut parts = sample().parts();
        let to = |id: &str| Branch { tour: id.into(), text: "On".to_owned(), extra: Extra::new() };
        parts.tours[1].steps[1].branches = vec![to("story"), to("aside")];
        let pathway = Pathway::from_parts(parts, Vec::new());
        let mut telling = Telling::begin(&pathway.tours()[0]).expect("it has steps");
        telling.go(1);
        assert!(telling.branch(0, &pathway) && telling.go(1));
        assert!(telling.branch(1, &pathway), "to its own beginning");
        assert_eq!(place(&telling), ("aside", 0, Phase::Said));
        assert!(telling.go(1) && telling.branch(0, &pathway));
        assert_eq!(place(&telling), ("story", 1, Phase::Revealed));
        assert!(!telling.is_branch());
    }

    #[test]
    fn what_is_told_includes_the_ends_of_links_and_survives_what_is_gone() {
        let pathway = sample();
        let mut telling = Telling::begin(&pathway.tours()[0]).expect("it has steps");
        let nodes = |telling: &Telling| {
            let told = Told::by(&pathway, telling.so_far());
            told.nodes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(nodes(&telling), "a");
        telling.forward();
        assert_eq!(nodes(&telling), "a b");
        telling.go(2);
        assert_eq!(nodes(&telling), "a b c");
        assert_eq!(gone(&pathway, telling.step()), ["gone"]);
        assert!(!telling.go(3));
    }
}
