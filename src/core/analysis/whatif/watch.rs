//! A close look at one node: every route to it, and each pair of routes that disagree, in words.

use std::collections::BTreeSet;

use super::{
    Answer, Reasons, Route, WhatIf,
    list::{self, Limits},
    value::Value,
};
use crate::model::{LinkId, NodeId, Pathway, Reading};

/// Bounds on the routes to a watched node.
const LIMITS: Limits = Limits { length: usize::MAX, routes: 100, steps: 200_000 };
/// Most pairs of routes that are put in words.
const PAIRS: usize = 100;

/// Everything that bears on one node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watch {
    /// The answer for it.
    pub answer: Answer,
    /// Routes that argue for more, shortest first.
    pub more: Vec<Route>,
    /// Routes that argue for less, shortest first.
    pub less: Vec<Route>,
    /// Routes over a link without a sign, each with the first such link, shortest first.
    pub unsigned: Vec<(Route, LinkId)>,
    /// Whether these are all routes to it.
    pub complete: bool,
    /// Each pair of routes that disagree.
    pub disagreements: Vec<Disagreement>,
    /// The shortest walks behind the answer with feedback.
    pub feedback: Reasons,
}

/// Two routes that argue for opposite things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// Which of [`Watch::more`].
    pub more: usize,
    /// Which of [`Watch::less`].
    pub less: usize,
    /// The last node that both pass before they part; `None` where they begin at different pushed nodes.
    pub parts_at: Option<NodeId>,
    /// The first node after that at which both come together again.
    pub meets_at: NodeId,
    /// All that in a sentence.
    pub sentence: String,
}

impl WhatIf {
    /// A close look at one node; `None` where the push has nothing to do with it.
    pub fn watch(&self, pathway: &Pathway, node: &NodeId) -> Option<Watch> {
        let answer = self.answer(node)?.clone();
        let number = self.named.number(node)?;
        let pushed = self.push.raise.iter().chain(&self.push.lower);
        let starts: Vec<u32> =
            if self.is_pushed(node) { vec![number] } else { pushed.filter_map(|id| self.named.number(id)).collect() };
        let listed = list::routes(&self.named, &self.first_open, &starts, number, LIMITS);
        let mut watch = Watch {
            answer,
            more: Vec::new(),
            less: Vec::new(),
            unsigned: Vec::new(),
            complete: listed.complete,
            disagreements: Vec::new(),
            feedback: self.reasons_with_feedback(node),
        };
        for links in &listed.routes {
            let route = self.route(number, links);
            let start = if route.nodes.first().is_some_and(|id| self.push.lower.contains(id)) {
                Value::Less
            } else {
                Value::More
            };
            match links.iter().fold(start, |value, &link| value.times(self.named.value(link))) {
                Value::More => watch.more.push(route),
                Value::Less => watch.less.push(route),
                Value::Unsigned => {
                    let bare = links.iter().find(|&&link| self.named.value(link) == Value::Unsigned);
                    watch.unsigned.extend(bare.map(|&link| (route, self.named.link(link).clone())));
                }
            }
        }
        watch.disagreements = disagreements(pathway, self.reading, &watch.more, &watch.less);
        Some(watch)
    }

    fn is_pushed(&self, node: &NodeId) -> bool {
        self.push.raise.contains(node) || self.push.lower.contains(node)
    }
}

/// Each pair of a route for more and one for less, the shortest pairs first.
fn disagreements(pathway: &Pathway, reading: Reading, more: &[Route], less: &[Route]) -> Vec<Disagreement> {
    let mut pairs: Vec<(usize, usize)> =
        (0..more.len()).flat_map(|up| (0..less.len()).map(move |down| (up, down))).collect();
    pairs.sort_by_key(|&(up, down)| (more[up].links.len() + less[down].links.len(), up, down));
    pairs.truncate(PAIRS);
    pairs
        .into_iter()
        .filter_map(|(up, down)| disagreement(pathway, reading, (up, &more[up]), (down, &less[down])))
        .collect()
}

fn disagreement(
    pathway: &Pathway,
    reading: Reading,
    more: (usize, &Route),
    less: (usize, &Route),
) -> Option<Disagreement> {
    let ((up, more), (down, less)) = (more, less);
    let shared = more.links.iter().zip(&less.links).take_while(|(a, b)| a == b).count();
    let parts_at = more.nodes.get(shared).filter(|&id| less.nodes.get(shared) == Some(id)).cloned();
    let after: BTreeSet<&NodeId> = less.nodes.iter().skip(shared + usize::from(parts_at.is_some())).collect();
    let meets_at = more.nodes.iter().skip(shared).find(|id| Some(*id) != parts_at.as_ref() && after.contains(id))?;
    let stretch = |route: &Route| {
        let end = route.nodes.iter().position(|id| id == meets_at).unwrap_or(route.links.len());
        chain(pathway, reading, route.links.get(shared..end).unwrap_or_default())
    };
    let begin = match &parts_at {
        Some(id) => {
            format!("Two routes part at “{}” and meet again at “{}”", pathway.label(id), pathway.label(meets_at))
        }
        None => format!("Two routes begin apart and meet at “{}”", pathway.label(meets_at)),
    };
    let (more, less) = (stretch(more), stretch(less));
    let sentence = format!("{begin}: the one {more} argues for more, the one {less} for less.");
    Some(Disagreement { more: up, less: down, parts_at, meets_at: meets_at.clone(), sentence })
}

/// A stretch of a route: `on which “A” raises “B”, which lowers “C”,`.
fn chain(pathway: &Pathway, reading: Reading, links: &[LinkId]) -> String {
    let mut text = String::new();
    for link in links.iter().filter_map(|id| pathway.link(id)) {
        let cause =
            if text.is_empty() { format!("on which “{}”", pathway.label(&link.from)) } else { "which".to_owned() };
        let verb = link.effect_in(reading).verb(pathway.label(&link.from));
        text.push_str(&format!("{cause} {verb} “{}”, ", pathway.label(&link.to)));
    }
    if text.is_empty() { "that is pushed there itself".to_owned() } else { text.trim_end().to_owned() }
}
