//! Problems of tours: steps that show, ask about or branch to something that is not there.

use super::{Fix, Severity, Subject, check::Check, shown};
use crate::model::{NodeId, Predict, Step, Tour};

/// Where a problem of a step stands.
struct Place<'s> {
    subject: &'s Subject,
    place: (Option<&'static str>, Option<usize>),
}

impl Place<'_> {
    /// The number of the step, from 0.
    fn item(&self) -> usize {
        self.place.1.unwrap_or_default()
    }
}

impl<'a> Check<'a> {
    pub(super) fn tour(&mut self, subject: &Subject, tour: &'a Tour) {
        let noun = format!("the tour “{}”", shown(tour.id.as_str()));
        self.id(subject, "tour", tour.id.as_str());
        self.not_empty(subject, &noun, "title", &tour.title);
        self.texts_of_tour((subject, &noun), tour);
        for (item, step) in tour.steps.iter().enumerate() {
            let where_to = Place { subject, place: (Some("steps"), Some(item)) };
            self.step(&where_to, &format!("step {} of {noun}", item + 1), step);
        }
    }

    fn step(&mut self, at: &Place<'_>, noun: &str, step: &'a Step) {
        for name in &step.show {
            if self.node_or_link(name).is_none() {
                let what = format!("{noun} shows “{}”, which is no node or link", shown(name));
                let hint = self.missing_shown(name);
                self.push(Severity::Error, at.subject, at.place, what, hint);
                self.offer_shown(name, true);
            }
        }
        if step.text.trim().is_empty() {
            let what = format!("{noun} says nothing");
            self.push(Severity::Warning, at.subject, at.place, what, "write its text, or remove it".to_owned());
            self.offer(Fix::RemoveStep(at.item()), "Remove the step");
        }
        if let Some(predict) = &step.predict {
            self.predict(at, noun, predict);
        }
        for branch in &step.branches {
            if !self.pathway.tours().iter().any(|tour| tour.id == branch.tour) {
                let what = format!("{noun} branches to “{}”, which is no tour", shown(branch.tour.as_str()));
                let hint = "write the id of a tour of this pathway, or remove the branch".to_owned();
                self.push(Severity::Error, at.subject, at.place, what, hint);
                self.offer(Fix::RemoveBranches(branch.tour.clone()), "Take the branch out");
            }
        }
    }

    fn predict(&mut self, at: &Place<'_>, noun: &str, predict: &'a Predict) {
        let nodes = predict.raise.iter().chain(&predict.lower).chain([&predict.ask]).map(NodeId::as_str);
        let gone = nodes.filter(|name| self.pathway.node(&NodeId::new(name)).is_none());
        let blocked = predict.block.iter().map(String::as_str).filter(|name| self.node_or_link(name).is_none());
        for name in gone.chain(blocked).collect::<Vec<_>>() {
            let what = format!("{noun} asks about “{}”, which is not there", shown(name));
            let hint = self.missing_shown(name);
            self.push(Severity::Error, at.subject, at.place, what, hint);
            self.offer_shown(name, predict.block.iter().any(|blocked| blocked == name));
        }
        if predict.raise.is_empty() && predict.lower.is_empty() {
            let what = format!("{noun} asks for a prediction, but nothing is raised or lowered");
            let hint = "write raise: [\"...\"] or lower: [\"...\"]".to_owned();
            self.push(Severity::Error, at.subject, at.place, what, hint);
            self.offer(Fix::RemoveQuestion(at.item()), "Take the question out");
        }
        let twice = predict.raise.iter().find(|id| predict.lower.contains(id)).map(|id| (id, "both raises and lowers"));
        let blocks = |id: &&NodeId| predict.block.iter().any(|name| name == id.as_str());
        let held = predict.raise.iter().chain(&predict.lower).find(blocks).map(|id| (id, "both pushes and blocks"));
        if let Some((id, does)) = twice.or(held) {
            let what = format!("{noun} {does} “{}”", shown(id.as_str()));
            self.push(Severity::Warning, at.subject, at.place, what, "keep one of the two".to_owned());
        }
        let pushed = predict.raise.iter().chain(&predict.lower);
        if let Some(name) = pushed.clone().find(|id| **id == predict.ask) {
            let what = format!("{noun} asks about “{}”, which it pushes itself", shown(name.as_str()));
            self.push(Severity::Warning, at.subject, at.place, what, "ask about another node".to_owned());
        }
    }

    /// Something else to name in a tour, or nothing.
    fn offer_shown(&mut self, gone: &str, may_be_link: bool) {
        let nodes = self.pathway.nodes().map(|node| node.id.as_str());
        let links = self.pathway.links().map(|link| link.id.as_str()).filter(|_| may_be_link);
        let near = self.nearest.of(gone, nodes.chain(links));
        if let Some(name) = near.map(str::to_owned) {
            let words = format!("Write “{}”", shown(&name));
            self.offer(Fix::Instead { gone: gone.to_owned(), name }, words);
        }
        self.offer(Fix::TakeOut(gone.to_owned()), "Take it out of the tour");
    }

    fn node_or_link(&self, name: &str) -> Option<()> {
        let link = || self.pathway.link(&name.into()).map(|_| ());
        self.pathway.node(&NodeId::new(name)).map(|_| ()).or_else(link)
    }

    fn missing_shown(&self, name: &str) -> String {
        if self.unread.contains(&("nodes", name)) || self.unread.contains(&("links", name)) {
            return "repair the record of that id, which could not be read".to_owned();
        }
        let nodes = self.pathway.nodes().map(|node| node.id.as_str());
        let near = self.nearest.of(name, nodes.chain(self.pathway.links().map(|link| link.id.as_str())));
        near.map_or_else(
            || "write the id of an existing node or link, or remove it".to_owned(),
            |near| format!("write “{}”, or remove it", shown(near)),
        )
    }
}
