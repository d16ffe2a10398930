//! What questions are drawn from: the part, what of it can be named in a question, and what is asked of `analysis`.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    analysis::{
        lens::Lens,
        prose,
        web::Web,
        whatif::{Outcome, Push, WhatIf, whatif},
    },
    model::{Effect, Evidence, Link, LinkId, Node, NodeId, Parts, Pathway, Reading, SourceId, Stance},
    seed::Seed,
};

/// The longest label that a question repeats, in characters.
const LONGEST_LABEL: usize = 90;

/// The part that a sheet is about, ready to be asked.
pub(super) struct Ground<'a> {
    /// The pathway that the part was taken from.
    pub(super) whole: &'a Pathway,
    /// The part.
    pub(super) part: &'a Pathway,
    /// Everything is shown, under the reading of the sheet.
    pub(super) lens: Lens,
    /// The nodes of the whole that a question can name, with their labels as they are compared.
    names: BTreeMap<&'a NodeId, String>,
    /// The nodes of the part that a question can name, by id.
    pub(super) nodes: Vec<&'a NodeId>,
    /// The links of the part, by their ends, then their ids.
    pub(super) links: Vec<&'a Link>,
    /// The links of the part by their ends.
    pairs: BTreeMap<(&'a NodeId, &'a NodeId), Vec<&'a Link>>,
    /// The part without texts and evidence, for questions about other signs.
    bare: Parts,
    /// The pairs of nodes of the part of which the first can bring about the second.
    brings: BTreeSet<(&'a NodeId, &'a NodeId)>,
}

impl<'a> Ground<'a> {
    pub(super) fn new(whole: &'a Pathway, part: &'a Pathway, reading: Reading) -> Self {
        let names = names(whole);
        let mut links: Vec<&Link> = part.links().map(|link| &**link).collect();
        links.sort_by(|a, b| (&a.from, &a.to, &a.id).cmp(&(&b.from, &b.to, &b.id)));
        let mut pairs: BTreeMap<_, Vec<&Link>> = BTreeMap::new();
        for link in &links {
            pairs.entry((&link.from, &link.to)).or_default().push(*link);
        }
        let mut nodes: Vec<&NodeId> = part.nodes().map(|node| &node.id).filter(|id| names.contains_key(id)).collect();
        nodes.sort();
        let lens = Lens { reading, ..Lens::default() };
        Self {
            brings: brings(part, &lens),
            whole,
            part,
            lens,
            names,
            nodes,
            pairs,
            bare: bare(part, &links, reading),
            links,
        }
    }

    /// Whether a question can name a node: it has a label of its own that is not too long.
    pub(super) fn can_name(&self, node: &NodeId) -> bool {
        self.names.contains_key(node)
    }

    /// Whether a question can name a link: by both of its ends, between which no other link leads the same way.
    pub(super) fn can_name_link(&self, link: &Link) -> bool {
        link.from != link.to
            && self.can_name(&link.from)
            && self.can_name(&link.to)
            && self.single(&link.from, &link.to).is_some()
    }

    /// The only link from one node to another.
    pub(super) fn single(&self, from: &NodeId, to: &NodeId) -> Option<&'a Link> {
        match self.pairs.get(&(from, to)).map(Vec::as_slice) {
            Some([only]) => Some(only),
            _ => None,
        }
    }

    /// Whether any link of the part leads from one node to another.
    pub(super) fn leads(&self, from: &NodeId, to: &NodeId) -> bool {
        self.pairs.contains_key(&(from, to))
    }

    /// Whether a node can bring about another, over any number of links.
    pub(super) fn brings(&self, from: &NodeId, to: &NodeId) -> bool {
        self.brings.contains(&(from, to))
    }

    /// The links that touch a node.
    pub(super) fn touching<'s>(&'s self, node: &'s NodeId) -> impl Iterator<Item = &'a Link> + 's {
        self.links.iter().copied().filter(move |link| link.from == *node || link.to == *node)
    }

    /// The nodes of the whole outside of the part that a question can name, by id.
    pub(super) fn outsiders(&self) -> Vec<&'a Node> {
        let outside = self.names.keys().filter(|id| self.part.node(id).is_none());
        outside.filter_map(|id| self.whole.node(id)).map(|node| &**node).collect()
    }

    /// The effect of a link under the reading.
    pub(super) fn effect(&self, link: &Link) -> Effect {
        self.lens.effect(link)
    }

    /// The label of a node.
    pub(super) fn label(&self, node: &'a NodeId) -> &'a str {
        self.part.label(node).trim()
    }

    /// The label of a node as it is compared.
    pub(super) fn name(&self, node: &NodeId) -> &str {
        self.names.get(node).map_or("", String::as_str)
    }

    /// A link as a sentence without a full stop.
    pub(super) fn claim(&self, link: &Link) -> String {
        self.part.sentence_in(link, self.lens.reading)
    }

    /// Labels in a row: `Stress → Nerves → Marrow`.
    pub(super) fn row(&self, nodes: &[&'a NodeId]) -> String {
        nodes.iter().map(|node| self.label(node)).collect::<Vec<_>>().join(" → ")
    }

    /// What prose says of a route, or of a loop where `closed`, without numbers of references: the sentences on each
    /// link, then one on the whole, then one on the weakest link.
    pub(super) fn told(&self, links: &[LinkId], closed: bool) -> Vec<String> {
        let prose = prose::walk(self.part, self.lens.reading, links, closed);
        prose.sentences.iter().map(|sentence| without_numbers(&sentence.text)).collect()
    }

    /// What prose says of the whole of a route, or of a loop where `closed`.
    pub(super) fn on_the_whole(&self, links: &[LinkId], closed: bool) -> String {
        self.told(links, closed).into_iter().rev().nth(1).unwrap_or_default()
    }

    /// What a push does in the part; `None` where the node is not there.
    pub(super) fn ask(&self, push: &Push) -> Option<WhatIf> {
        whatif(self.part, &self.lens, push).ok()
    }

    /// The part as somebody may take it to be who does not know yet what the blanks are: without the links that are not
    /// drawn, and with each guess at the links that have no sign.
    pub(super) fn guesses(&self, hidden: &BTreeSet<LinkId>, unsigned: &BTreeSet<LinkId>) -> Vec<Pathway> {
        let guesses: &[Effect] =
            if unsigned.is_empty() { &[Effect::Unknown] } else { &[Effect::Unknown, Effect::Raises, Effect::Lowers] };
        let guess = |&effect: &Effect| {
            let mut parts = self.bare.clone();
            parts.links.retain(|link| !hidden.contains(&link.id));
            for link in parts.links.iter_mut().filter(|link| unsigned.contains(&link.id)) {
                link.effect = effect;
            }
            Pathway::from_parts(parts, Vec::new())
        };
        guesses.iter().map(guess).collect()
    }

    /// A chance walk along links that carry something and that a question can name, through no node twice. It ends
    /// where it cannot go on.
    pub(super) fn stroll(&self, seed: &mut Seed, most: usize, avoid: &BTreeSet<&'a NodeId>) -> Vec<&'a Link> {
        let open: Vec<&NodeId> = self.nodes.iter().copied().filter(|node| !avoid.contains(node)).collect();
        let Some(&start) = seed.pick(&open) else { return Vec::new() };
        let mut links: Vec<&Link> = Vec::new();
        let mut met = BTreeSet::from([start]);
        let mut at = start;
        while links.len() < most {
            let onward = |link: &&&Link| {
                link.from == *at
                    && !met.contains(&link.to)
                    && !avoid.contains(&link.to)
                    && self.can_name_link(link)
                    && self.effect(link) != Effect::NoEffect
            };
            let ways: Vec<&Link> = self.links.iter().filter(onward).copied().collect();
            let Some(&next) = seed.pick(&ways) else { break };
            links.push(next);
            at = &next.to;
            met.insert(at);
        }
        links
    }
}

/// What becomes of a node of a pathway when another is pushed.
pub(super) fn outcome(pathway: &Pathway, lens: &Lens, push: &Push, node: &NodeId) -> Outcome {
    let answer = whatif(pathway, lens, push).ok();
    answer.and_then(|answer| answer.answer(node).map(|one| one.first)).unwrap_or(Outcome::Unchanged)
}

/// The pairs of nodes of which the first can bring about the second.
fn brings<'a>(part: &'a Pathway, lens: &Lens) -> BTreeSet<(&'a NodeId, &'a NodeId)> {
    let web = Web::new(part, lens);
    let mut found = BTreeSet::new();
    for from in part.nodes() {
        let walk = web.reached(web.number(&from.id), |_| true);
        let reached = |to: &NodeId| web.number(to).is_some_and(|number| walk.steps(number).is_some());
        found.extend(part.nodes().filter(|to| reached(&to.id)).map(|to| (&from.id, &to.id)));
    }
    found
}

/// The sources that links rest on, each once, in the order of the links: those that tested the link, else those near.
pub(crate) fn sources<'a>(links: impl IntoIterator<Item = &'a Link>) -> Vec<SourceId> {
    let mut sources: Vec<SourceId> = Vec::new();
    for link in links {
        let direct: Vec<&Evidence> = link.evidence.iter().filter(|item| item.stance != Stance::Near).collect();
        let items = if direct.is_empty() { link.evidence.iter().collect() } else { direct };
        for item in items {
            if !sources.contains(&item.source) {
                sources.push(item.source.clone());
            }
        }
    }
    sources
}

/// The nodes that have a label which no other node shares, as it is compared.
fn names(whole: &Pathway) -> BTreeMap<&NodeId, String> {
    let mut holders: BTreeMap<String, Vec<&NodeId>> = BTreeMap::new();
    for node in whole.nodes().filter(|node| node.label.chars().count() <= LONGEST_LABEL) {
        holders.entry(plain(&node.label)).or_default().push(&node.id);
    }
    let alone = holders.into_iter().filter_map(|(name, ids)| match ids.as_slice() {
        [only] if name.chars().any(char::is_alphanumeric) => Some((*only, name)),
        _ => None,
    });
    alone.collect()
}

/// A text as words in small letters with single spaces between and around them, so that whole words can be looked for.
pub(super) fn plain(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<String> = spaced.split_whitespace().map(str::to_lowercase).collect();
    format!(" {} ", words.join(" "))
}

/// A sentence without the numbers of references that prose puts in brackets: ` [1, 2 (not confirmed)]`.
fn without_numbers(text: &str) -> String {
    let mut left = text;
    let mut out = String::with_capacity(text.len());
    while let Some(start) = left.find(" [") {
        let (before, rest) = left.split_at(start);
        out.push_str(before);
        let end = rest.find(']').map_or(rest.len(), |end| end + 1);
        let (bracket, after) = rest.split_at(end);
        let bare = bracket.replace("(not confirmed)", "");
        let numbers = bare.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | ',' | '[' | ']'));
        if !numbers {
            out.push_str(bracket);
        }
        left = after;
    }
    out.push_str(left);
    out
}

/// Names, ends and effects alone.
fn bare(part: &Pathway, links: &[&Link], reading: Reading) -> Parts {
    Parts {
        nodes: part.nodes().map(|node| Node::new(node.id.as_str(), "", node.kind, node.lane.as_str())).collect(),
        links: links
            .iter()
            .map(|link| Link::new(link.id.as_str(), link.from.as_str(), link.to.as_str(), link.effect_in(reading)))
            .collect(),
        ..Parts::default()
    }
}
