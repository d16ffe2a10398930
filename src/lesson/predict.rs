//! Predictions: what a class is asked, and what the pathway answers.

use std::collections::BTreeSet;

use crate::{
    analysis::{
        lens::Lens,
        whatif::{Outcome, Push, Route, WhatIf, WhatIfError, whatif},
    },
    grammar::count,
    model::{Effect, LinkId, NodeId, Pathway, Predict, Reading},
};

/// Most routes of a kind that are spelled out.
const SPELLED: usize = 2;

/// What the pathway answers to a prediction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What becomes of the node that was asked about, by the first response.
    pub outcome: Outcome,
    /// Why, in sentences: by which routes, and where they disagree.
    pub reasons: Vec<String>,
    /// The nodes on the routes that decide, with those that are pushed, blocked and asked about.
    pub nodes: BTreeSet<NodeId>,
    /// The links of these routes, and those that are blocked.
    pub links: BTreeSet<LinkId>,
}

/// The push that a prediction is about. A name that is both a node and a link means the node.
pub fn predicted_push(predict: &Predict, pathway: &Pathway) -> Push {
    let is_node = |name: &&String| pathway.node(&NodeId::new(name)).is_some();
    Push {
        raise: predict.raise.iter().cloned().collect(),
        lower: predict.lower.iter().cloned().collect(),
        block_nodes: predict.block.iter().filter(is_node).map(|name| NodeId::new(name)).collect(),
        block_links: predict.block.iter().filter(|name| !is_node(name)).map(|name| LinkId::new(name)).collect(),
    }
}

/// The word for an outcome in a class: "no change" and "cannot say" are answers like any other.
pub fn answer_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::More => "more",
        Outcome::Less => "less",
        Outcome::Unchanged => "no change",
        Outcome::Undecided => "cannot say",
    }
}

/// The outcomes in the order of the number keys.
pub const ANSWERS: [Outcome; 4] = [Outcome::More, Outcome::Less, Outcome::Unchanged, Outcome::Undecided];

/// The question in words: `If chronic stress is raised, what becomes of cortisol?`
pub fn question(pathway: &Pathway, push: &Push, ask: &NodeId) -> String {
    let mut parts = Vec::new();
    for (ids, what) in [(&push.raise, "is raised"), (&push.lower, "is lowered"), (&push.block_nodes, "is blocked")] {
        parts.extend(ids.iter().map(|id| format!("“{}” {what}", pathway.label(id))));
    }
    for link in push.block_links.iter().filter_map(|id| pathway.link(id)) {
        let (from, to) = (pathway.label(&link.from), pathway.label(&link.to));
        parts.push(format!("the link from “{from}” to “{to}” is blocked"));
    }
    format!("If {}, what becomes of “{}”?", parts.join(" and "), pathway.label(ask))
}

/// What the pathway answers, over the links that a lens shows.
///
/// # Errors
/// Where nothing is pushed, or something is named that the pathway does not have.
pub fn verdict(pathway: &Pathway, lens: &Lens, push: &Push, ask: &NodeId) -> Result<Verdict, WhatIfError> {
    if pathway.node(ask).is_none() {
        return Err(WhatIfError::NoNode(ask.clone()));
    }
    if !push.pushes() {
        return Err(WhatIfError::Nothing);
    }
    let found = whatif(pathway, lens, push)?;
    let mut reasons = Reasons { pathway, reading: lens.reading, found: &found, ask, verdict: Verdict::new(push, ask) };
    reasons.give();
    Ok(reasons.verdict)
}

impl Verdict {
    fn new(push: &Push, ask: &NodeId) -> Self {
        let nodes = push.raise.iter().chain(&push.lower).chain(&push.block_nodes).chain([ask]);
        Self {
            outcome: Outcome::Unchanged,
            reasons: Vec::new(),
            nodes: nodes.cloned().collect(),
            links: push.block_links.clone(),
        }
    }

    fn light(&mut self, route: &Route) {
        self.nodes.extend(route.nodes.iter().cloned());
        self.links.extend(route.links.iter().cloned());
    }
}

/// A verdict in the making.
struct Reasons<'a> {
    pathway: &'a Pathway,
    reading: Reading,
    found: &'a WhatIf,
    ask: &'a NodeId,
    verdict: Verdict,
}

impl Reasons<'_> {
    fn give(&mut self) {
        let Some(watch) = self.found.watch(self.pathway, self.ask) else {
            let name = self.pathway.label(self.ask);
            let tested = self.pathway.causes_of(self.ask).into_iter().find(|link| {
                let push = &self.found.push;
                let from_pushed = push.raise.contains(&link.from) || push.lower.contains(&link.from);
                from_pushed && link.effect_in(self.reading) == Effect::NoEffect
            });
            let from = tested.map(|link| self.pathway.label(&link.from));
            self.say(match from {
                Some(from) => {
                    format!("An effect of {from} on {name} was looked for and not found, and nothing else leads there.")
                }
                None => format!("No link leads from what is pushed to {name}, so nothing changes there."),
            });
            return;
        };
        self.verdict.outcome = watch.answer.first;
        match watch.answer.first {
            Outcome::More => self.routes(&watch.more),
            Outcome::Less => self.routes(&watch.less),
            Outcome::Unchanged => self.say("What is blocked keeps the change away.".to_owned()),
            Outcome::Undecided if watch.disagreements.is_empty() => self.unsigned(&watch.unsigned),
            Outcome::Undecided => {
                self.say("Routes disagree, and how strong each of them is, is not known.".to_owned());
                for pair in watch.disagreements.iter().take(1) {
                    self.say(pair.sentence.clone());
                    let routes = (watch.more.get(pair.more), watch.less.get(pair.less));
                    routes.0.into_iter().chain(routes.1).for_each(|route| self.verdict.light(route));
                }
            }
        }
        let opened =
            matches!(watch.answer.first, Outcome::More | Outcome::Less) && watch.answer.feedback == Outcome::Undecided;
        if opened {
            self.say("Once the change comes back through feedback, it cannot be said any more.".to_owned());
        }
    }

    fn routes(&mut self, routes: &[Route]) {
        for route in routes.iter().take(SPELLED) {
            let text = self.spelled(route);
            self.say(text);
            self.verdict.light(route);
        }
        if routes.len() > SPELLED {
            let more = count(routes.len() - SPELLED, "more route says", "more routes say");
            self.say(format!("{more} the same."));
        }
    }

    fn unsigned(&mut self, routes: &[(Route, LinkId)]) {
        let Some((route, bare)) = routes.first() else {
            return self.say("The routes there disagree.".to_owned());
        };
        let (pathway, reading) = (self.pathway, self.reading);
        if let Some(link) = pathway.link(bare) {
            let why = match link.effect_in(reading) {
                Effect::Mixed => "goes both ways",
                Effect::NoEffect => "was found to have no effect",
                Effect::Raises | Effect::Lowers | Effect::Unknown => "has no known direction",
            };
            let (from, to) = (pathway.label(&link.from), pathway.label(&link.to));
            self.say(format!("On the way there, the link from “{from}” to “{to}” {why}."));
        }
        self.verdict.light(route);
    }

    /// `“A” raises “B”, which lowers “C”.`
    fn spelled(&self, route: &Route) -> String {
        let links = route.links.iter().filter_map(|id| self.pathway.link(id));
        let mut text = String::new();
        for link in links {
            let cause = if text.is_empty() {
                format!("“{}”", self.pathway.label(&link.from))
            } else {
                ", which".to_owned()
            };
            let verb = link.effect_in(self.reading).verb(self.pathway.label(&link.from));
            text.push_str(&format!("{cause} {verb} “{}”", self.pathway.label(&link.to)));
        }
        if text.is_empty() { "It is pushed itself.".to_owned() } else { format!("{text}.") }
    }

    fn say(&mut self, text: String) {
        self.verdict.reasons.push(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::notation;

    fn push(raise: &str, block: &str) -> Push {
        let ids = |text: &str| text.split_whitespace().map(NodeId::new).collect();
        Push { raise: ids(raise), block_nodes: ids(block), ..Push::default() }
    }

    #[track_caller]
    fn check(text: &str, push: &Push, ask: &str, expected: Outcome, reasons: &[&str]) -> Verdict {
        let pathway = notation::parse(text).expect("notation");
        let verdict = verdict(&pathway, &Lens::default(), push, &NodeId::new(ask)).expect("an answer");
        assert_eq!(
            (verdict.outcome, verdict.reasons.iter().map(String::as_str).collect::<Vec<_>>()),
            (expected, reasons.to_vec())
        );
        verdict
    }

    #[test]
    fn every_answer_has_its_reason() {
        let more = check("a -| b -| c", &push("a", ""), "c", Outcome::More, &["“a” lowers “b”, which lowers “c”."]);
        assert_eq!((more.nodes.len(), more.links.len()), (3, 2));
        check("a -> b -| c", &push("a", ""), "c", Outcome::Less, &["“a” raises “b”, which lowers “c”."]);
        check(
            "a -> b; c -> d",
            &push("a", ""),
            "d",
            Outcome::Unchanged,
            &["No link leads from what is pushed to d, so nothing changes there."],
        );
        check(
            "a -0 b",
            &push("a", ""),
            "b",
            Outcome::Unchanged,
            &["An effect of a on b was looked for and not found, and nothing else leads there."],
        );
        check("a -> b -> c", &push("a", "b"), "c", Outcome::Unchanged, &["What is blocked keeps the change away."]);
        check(
            "a -> b -<> c",
            &push("a", ""),
            "c",
            Outcome::Undecided,
            &["On the way there, the link from “b” to “c” goes both ways."],
        );
        let split = check(
            "a -> b -> d; a -> c -| d",
            &push("a", ""),
            "d",
            Outcome::Undecided,
            &[
                "Routes disagree, and how strong each of them is, is not known.",
                "Two routes part at “a” and meet again at “d”: the one on which “a” raises “b”, which raises “d”, argues for more, the one on which “a” raises “c”, which lowers “d”, for less.",
            ],
        );
        assert_eq!((split.nodes.len(), split.links.len()), (4, 4));
    }

    #[test]
    fn feedback_may_open_what_was_decided() {
        check("a -> b -| c -| a", &push("a", ""), "c", Outcome::Less, &["“a” raises “b”, which lowers “c”."]);
        let told = check(
            "a -> b -> c -| b",
            &push("a", ""),
            "c",
            Outcome::More,
            &[
                "“a” raises “b”, which raises “c”.",
                "Once the change comes back through feedback, it cannot be said any more.",
            ],
        );
        assert_eq!(told.links.len(), 2);
    }

    #[test]
    fn a_question_names_what_is_done_and_asked() {
        let pathway = notation::parse("a -> b -> c").expect("notation");
        let mut asked = push("a", "");
        asked.block_links.extend(pathway.links().nth(1).map(|link| link.id.clone()));
        let text = question(&pathway, &asked, &"c".into());
        assert_eq!(text, "If “a” is raised and the link from “b” to “c” is blocked, what becomes of “c”?");
        assert!(verdict(&pathway, &Lens::default(), &Push::default(), &"c".into()).is_err());
        assert!(verdict(&pathway, &Lens::default(), &asked, &"x".into()).is_err());
    }
}
