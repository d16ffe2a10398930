//! The tours of a pathway, step by step.

use egui::Key;
use pathlight::{
    model::{NodeId, Pathway, Predict, Step, Tour},
    session::Item,
    words::{outline, touring},
};

use super::{author::Author, hand::CTRL};

/// What an id names.
fn named(pathway: &Pathway, id: &str) -> Item {
    let node = NodeId::new(id);
    if pathway.node(&node).is_some() { Item::Node(node) } else { Item::Link(id.into()) }
}

impl Author<'_> {
    /// A tour, from nothing to its last step.
    pub(crate) fn writes_tour(&mut self, tour: &Tour) {
        if self.hand.by_mouse {
            self.hand.clicks_there(outline::TEACH);
        } else {
            self.hand.chord(CTRL, Key::H);
        }
        self.hand.pushes(touring::NEW);
        self.hand.fills(touring::TITLE, &tour.title);
        for step in &tour.steps {
            self.writes_step(step);
        }
        self.hand.pushes(touring::DONE);
        assert!(self.hand.session().touring().is_none());
        assert!(tour.steps.iter().all(|step| step.branches.is_empty()), "nobody writes ways to other tours here");
    }

    fn writes_step(&mut self, step: &Step) {
        // A new step shows what is looked at.
        let (first, others) = step.show.split_first().expect("it shows something");
        self.looks_at(first);
        self.hand.pushes(touring::ADD_STEP);
        for id in others {
            self.looks_at(id);
            if self.hand.by_mouse {
                self.hand.clicks(touring::SHOW);
            } else {
                self.hand.types("s");
            }
        }
        let shown =
            self.hand.session().touring().and_then(|at| at.step(self.hand.pathway())).map(|made| made.show.len());
        assert_eq!(shown, Some(step.show.len()), "{}", self.hand.said());
        self.hand.fills(touring::TEXT, &step.text);
        self.hand.fills_some(touring::NOTES, &step.notes);
        if let Some(question) = &step.predict {
            self.asks(question);
        }
        for text in &step.levels {
            self.hand.fills(&touring::text_for(text.level.label()), &text.text);
        }
    }

    /// Looks at a card or an arrow of what is written, by its id in the model.
    fn looks_at(&mut self, id: &str) {
        let wanted = named(self.of, id);
        let place = |item: &Item| match item {
            Item::Node(id) => self.of.nodes().position(|node| node.id == *id),
            _ => self.of.links().position(|link| Item::Link(link.id.clone()) == *item),
        };
        let at = place(&wanted).expect("it is there");
        let pathway = std::sync::Arc::clone(self.hand.pathway());
        let (item, name) = if let Item::Node(_) = wanted {
            let node = pathway.nodes().nth(at).expect("it was written");
            (Item::Node(node.id.clone()), node.label.clone())
        } else {
            let link = pathway.links().nth(at).expect("it was written");
            (Item::Link(link.id.clone()), pathway.sentence(link))
        };
        if self.hand.by_mouse {
            self.hand.fits();
            self.hand.opens(&item);
        } else {
            self.hand.runs(&name);
            assert_eq!(self.hand.session().view().looked_at(), Some(&item), "{name}: {}", self.hand.said());
        }
    }

    fn asks(&mut self, question: &Predict) {
        let rows: Vec<String> = self.of.nodes().map(|node| node.label.clone()).collect();
        let row = |id: &str| self.of.nodes().position(|node| node.id.as_str() == id).expect("it is there");
        let raised = question.raise.iter().map(|id| (touring::RAISE, id.as_str()));
        let lowered = question.lower.iter().map(|id| (touring::LOWER, id.as_str()));
        let blocked = question.block.iter().map(|id| (touring::BLOCK, id.as_str()));
        let asked = [(touring::ASK, question.ask.as_str())];
        let all: Vec<_> = raised.chain(lowered).chain(blocked).chain(asked).map(|(verb, id)| (verb, row(id))).collect();
        for (verb, row) in all {
            self.hand.picks_best(verb, &rows, row);
        }
    }
}
