//! Problems of links and of the evidence on them.

use super::{
    Fix, Severity, Subject,
    carrying::{needs, reason},
    check::Check,
    shown,
};
use crate::{
    grammar::list,
    model::{Design, Effect, Evidence, Grade, Link, NodeId, Stance},
};

impl<'a> Check<'a> {
    pub(super) fn link(&mut self, subject: &Subject, link: &'a Link) {
        let noun = format!("the link “{}”", shown(link.id.as_str()));
        self.id(subject, "link", link.id.as_str());
        self.explanation(subject, &noun, &link.explanation);
        self.texts_of_link((subject, &noun), link);
        for (item, evidence) in link.evidence.iter().enumerate() {
            self.evidence(subject, &format!("evidence {} of {noun}", item + 1), item, evidence);
        }
        if link.evidence.is_empty() && link.no_source_found.is_none() {
            let what = format!("{noun} has no evidence");
            let hint = "add evidence, or say in no_source_found where you looked".to_owned();
            self.warn(subject, Some("evidence"), what, hint);
        }
        self.grade(subject, &noun, link);
        self.contradictions(subject, &noun, link);
        if let Some(popular) = &link.popular
            && popular.effect == link.effect
            && popular.note.trim().is_empty()
        {
            let what = format!("the popular reading of {noun} tells the same effect and notes no difference");
            let hint = "say in its note what differs, or remove popular".to_owned();
            self.warn(subject, Some("popular"), what, hint);
            self.offer(Fix::RemovePopular, "Take the popular claim out");
        }
    }

    /// Names each end of a link that no node has.
    pub(super) fn loose_ends(&mut self, subject: &Subject, link: &Link) {
        let noun = format!("the link “{}”", shown(link.id.as_str()));
        for (field, verb, end) in [("from", "starts at", &link.from), ("to", "leads to", &link.to)] {
            if self.pathway.node(end).is_none() {
                let what = format!("{noun} {verb} “{}”, which is no node", shown(end.as_str()));
                let hint = self.missing("nodes", "node", end.as_str());
                self.error(subject, Some(field), what, hint);
                self.offer_ends(link);
            }
        }
    }

    /// Nodes for a link that lacks them: those that were probably meant, or new ones.
    fn offer_ends(&mut self, link: &Link) {
        let nodes = || self.pathway.nodes().map(|node| node.id.as_str());
        let there = |end: &NodeId| self.pathway.node(end).map(|node| node.id.clone());
        let meant = |end: &NodeId| there(end).or_else(|| self.nearest.id_of(end.as_str(), nodes()).map(NodeId::new));
        if let (Some(from), Some(to)) = (meant(&link.from), meant(&link.to)) {
            let words =
                format!("Lead it from “{}” to “{}”", shown(self.pathway.label(&from)), shown(self.pathway.label(&to)));
            self.offer(Fix::Lead(from, to), words);
        }
        let lacks: Vec<String> = [&link.from, &link.to]
            .into_iter()
            .filter(|end| self.pathway.node(end).is_none())
            .map(|end| format!("“{}”", shown(end.as_str())))
            .collect();
        self.offer(Fix::MakeEnds, format!("Make the missing {}", list(&lacks)));
        self.offer(Fix::Remove, "Remove the link");
    }

    fn evidence(&mut self, subject: &Subject, noun: &str, item: usize, evidence: &Evidence) {
        self.citation(subject, noun, ("evidence", item), &evidence.source);
        self.unstated(subject, noun, item, evidence);
        let study = !matches!(evidence.design, Design::Review | Design::Opinion | Design::Protocol | Design::Unstated);
        if study && evidence.stance != Stance::Near && evidence.species.is_empty() {
            let what = format!("{noun} is a direct study but names no species");
            let hint = "write the species studied, such as species: [\"human\"]".to_owned();
            self.push(Severity::Warning, subject, (Some("evidence"), Some(item)), what, hint);
        }
    }

    /// What was brought in does not say how it was found out; nobody has weighed it.
    fn unstated(&mut self, subject: &Subject, noun: &str, item: usize, evidence: &Evidence) {
        if evidence.design == Design::Unstated {
            let what = format!("{noun} does not say what kind of study it is from");
            let hint = "look it up and write its design, such as CellStudy; until then it carries D".to_owned();
            self.push(Severity::Warning, subject, (Some("evidence"), Some(item)), what, hint);
        }
    }

    /// A grade may be lower than its evidence could carry, never higher.
    fn grade(&mut self, subject: &Subject, noun: &str, link: &Link) {
        let highest = self.carrying.grade(&link.evidence);
        if link.grade < highest {
            let (grade, name) = (link.grade.name(), highest.name());
            let what =
                format!("{noun} has grade {grade}, but its evidence carries {name} at most: {}", reason(highest));
            let hint = format!("write grade: {name}, or add evidence that carries {grade} ({})", needs(link.grade));
            self.error(subject, Some("grade"), what, hint);
            self.offer(Fix::Grade(highest), format!("Lower the grade to {name}"));
        }
    }
}

impl Check<'_> {
    /// What a link says of itself and its evidence does not.
    fn contradictions(&mut self, subject: &Subject, noun: &str, link: &Link) {
        let direct = || link.evidence.iter().filter(|evidence| evidence.stance != Stance::Near);
        let highest = self.carrying.grade(&link.evidence);
        if link.grade == Grade::X && highest < Grade::D {
            let name = highest.name();
            let what = format!("{noun} has grade X, nothing found, but its evidence carries {name}");
            let hint = format!("write grade: {name}, or a lighter grade such as D");
            self.warn(subject, Some("grade"), what, hint);
            self.offer(Fix::Grade(highest), format!("Grade it {name}"));
        }
        if link.no_source_found.is_some() && direct().any(|evidence| evidence.stance == Stance::Supports) {
            let what = format!("{noun} says that no source was found, but has evidence that supports it");
            let hint = "remove no_source_found, or write stance: Near where a source did not test the link".to_owned();
            self.warn(subject, Some("no_source_found"), what, hint);
            self.offer(Fix::RemoveSearch, "Take no_source_found out");
        }
        let supported = direct().next().is_some() && direct().all(|evidence| evidence.stance == Stance::Supports);
        if link.effect == Effect::NoEffect && supported {
            let what =
                format!("{noun} says that there is no effect, but all that its evidence says is that there is one");
            let hint = "write stance: Null where a source looked for the effect and found none, or another effect";
            self.warn(subject, Some("effect"), what, hint.to_owned());
        }
    }
}
