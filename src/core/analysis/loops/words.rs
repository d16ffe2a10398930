//! Words about a loop: why it is of its kind, and a name for it.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use super::{Loop, LoopKind};
use crate::{
    analysis::lens::Lens,
    grammar::{clauses, sentence},
    model::{Effect, Kind, LinkId, NodeId, Pathway},
};

/// The longest label that a name takes as it stands, in characters.
const LONG_LABEL: usize = 36;

/// Words that no shortened label ends in.
const LINKING: [&str; 14] = ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];

impl Loop {
    /// Why it is of its kind, as a sentence: `Two links lower, an even number, so it is reinforcing.`
    pub fn reason(&self, pathway: &Pathway, lens: &Lens) -> String {
        reason(self, pathway, lens)
    }

    /// A short name from the labels of its most telling nodes: `Chronic stress – Skull marrow loop`.
    pub fn name(&self, pathway: &Pathway) -> String {
        Namer::new(std::slice::from_ref(self), pathway).name(self)
    }

    /// Its links from the node where telling it would begin.
    pub fn links_from_start(&self, pathway: &Pathway) -> Vec<LinkId> {
        let start = self.told_from_start(pathway).into_iter().next();
        let at = self.nodes.iter().position(|node| Some(node) == start.as_ref()).unwrap_or_default();
        let at = at.min(self.links.len().saturating_sub(1));
        let mut links = self.links.clone();
        links.rotate_left(at);
        links
    }

    /// Its nodes from the one where telling it would begin: an outside cause before a body, a symptom last.
    pub fn told_from_start(&self, pathway: &Pathway) -> Vec<NodeId> {
        let told = Namer::new(std::slice::from_ref(self), pathway).told(self).into_iter().cloned();
        told.collect()
    }
}

fn reason(each: &Loop, pathway: &Pathway, lens: &Lens) -> String {
    let kind = each.kind.name();
    if each.kind == LoopKind::Undecided {
        let doubts: Vec<String> = each.unsigned.iter().map(|link| doubt(link, pathway, lens)).collect();
        return sentence(&format!("{}, so it is {kind}", clauses(&doubts)));
    }
    let parity = if each.lowering.is_multiple_of(2) { "an even number" } else { "an odd number" };
    match each.lowering {
        0 => format!("No link lowers, so it is {kind}."),
        1 => format!("One link lowers, {parity}, so it is {kind}."),
        many => sentence(&format!("{} links lower, {parity}, so it is {kind}", number_word(many))),
    }
}

/// Why a link has no sign.
fn doubt(id: &LinkId, pathway: &Pathway, lens: &Lens) -> String {
    let Some(link) = pathway.link(id) else { return format!("the effect of “{id}” is unknown") };
    let label = |node| pathway.label(node);
    let word = if lens.effect(link) == Effect::Mixed { "mixed" } else { "unknown" };
    format!("the effect of {} on {} is {word}", label(&link.from), label(&link.to))
}

fn number_word(number: usize) -> String {
    const WORDS: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(number).map_or_else(|| number.to_string(), |&word| word.to_owned())
}

/// Chooses the nodes that loops are told from and named after.
pub(super) struct Namer<'a> {
    pathway: &'a Pathway,
    nodes: BTreeMap<&'a NodeId, Standing>,
}

/// How a node stands in the whole pathway.
struct Standing {
    /// What acts on a person comes before what happens inside, and of equals the node with most effects.
    start: (u8, Reverse<usize>),
    /// How many links touch it.
    touching: usize,
}

impl<'a> Namer<'a> {
    pub(super) fn new(loops: &'a [Loop], pathway: &'a Pathway) -> Self {
        let mut nodes = BTreeMap::new();
        for id in loops.iter().flat_map(|each| &each.nodes) {
            nodes.entry(id).or_insert_with(|| {
                let kind = pathway.node(id).map_or(Kind::Other, |node| node.kind);
                let (causes, effects) = (pathway.causes_of(id).len(), pathway.effects_of(id).len());
                Standing { start: (narrative_rank(kind), Reverse(effects)), touching: causes + effects }
            });
        }
        Self { pathway, nodes }
    }

    /// The nodes of a loop from the one where telling begins.
    fn told(&self, each: &'a Loop) -> Vec<&'a NodeId> {
        let rank = |id: &NodeId| self.nodes.get(id).map(|node| node.start);
        let start = (0..each.nodes.len()).min_by_key(|&place| (rank(&each.nodes[place]), &each.nodes[place]));
        let mut nodes: Vec<&NodeId> = each.nodes.iter().collect();
        nodes.rotate_left(start.unwrap_or(0));
        nodes
    }

    /// A name after the node where telling begins, and the node that tells the loop from others.
    fn name(&self, each: &'a Loop) -> String {
        match self.poles(each) {
            (Some(first), Some(other)) => format!("{} – {} loop", self.label(first), self.label(other)),
            (Some(first), None) => format!("{} loop", self.label(first)),
            _ => "Empty loop".to_owned(),
        }
    }

    /// Names of loops that are listed together: those that would share one say what they lead through, or are counted.
    pub(super) fn names(&self, loops: &'a [Loop]) -> Vec<String> {
        let plain: Vec<String> = loops.iter().map(|each| self.name(each)).collect();
        let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (place, name) in plain.iter().enumerate() {
            groups.entry(name).or_default().push(place);
        }
        let mut names = plain.clone();
        for group in groups.values().filter(|group| group.len() > 1) {
            let mut passes: BTreeMap<&NodeId, usize> = BTreeMap::new();
            for node in group.iter().flat_map(|&place| &loops[place].nodes) {
                *passes.entry(node).or_default() += 1;
            }
            for &place in group {
                if let Some(via) = self.rarest(&loops[place], &passes) {
                    names[place] = format!("{} via {}", plain[place], self.label(via));
                }
            }
        }
        count_equals(&mut names);
        names
    }

    /// The two nodes that a loop is named after: where telling begins, and of the rest the one that fewest links touch;
    /// of equals the one farthest from the first, either way round.
    fn poles(&self, each: &'a Loop) -> (Option<&'a NodeId>, Option<&'a NodeId>) {
        let nodes = self.told(each);
        let farness = |place: usize| place.min(nodes.len() - place);
        let rank = |place: usize| (self.touching(nodes[place]), Reverse(farness(place)), nodes[place]);
        let telling = (1..nodes.len()).min_by_key(|&place| rank(place));
        (nodes.first().copied(), telling.map(|place| nodes[place]))
    }

    /// The node of a loop, beside those it is named after, that fewest loops of the same name pass.
    fn rarest(&self, each: &'a Loop, passes: &BTreeMap<&NodeId, usize>) -> Option<&'a NodeId> {
        let (first, telling) = self.poles(each);
        let others = each.nodes.iter().filter(|&node| Some(node) != first && Some(node) != telling);
        others.min_by_key(|&node| (passes.get(node), self.touching(node), node))
    }

    fn touching(&self, node: &NodeId) -> usize {
        self.nodes.get(node).map_or(0, |node| node.touching)
    }

    fn label(&self, node: &NodeId) -> String {
        short(self.pathway.label(node))
    }
}

/// Numbers the names that are still the same, from the second on.
fn count_equals(names: &mut [String]) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut used: BTreeSet<String> = BTreeSet::new();
    for name in names {
        let plain = name.clone();
        let count = counts.entry(plain.clone()).or_insert(1);
        while !used.insert(name.clone()) {
            *count += 1;
            *name = format!("{plain} ({count})");
        }
    }
}

fn narrative_rank(kind: Kind) -> u8 {
    match kind {
        Kind::Stressor => 0,
        Kind::Protective | Kind::Treatment => 1,
        Kind::BodyState => 2,
        Kind::Symptom => 3,
        Kind::Outcome | Kind::ModelOutcome => 4,
        Kind::System => 5,
        Kind::Tissue | Kind::Region | Kind::Circuit => 6,
        Kind::Process | Kind::Cell => 7,
        Kind::Molecule => 8,
        Kind::Marker | Kind::Other => 9,
    }
}

/// A label without what stands in brackets, and cut between words where it is long.
fn short(label: &str) -> String {
    let plain = label.split(" (").next().unwrap_or(label).trim();
    if plain.chars().count() <= LONG_LABEL {
        return plain.to_owned();
    }
    let mut words: Vec<&str> = Vec::new();
    for word in plain.split_whitespace() {
        let length: usize = words.iter().map(|word| word.chars().count() + 1).sum();
        if !words.is_empty() && length + word.chars().count() > LONG_LABEL {
            break;
        }
        words.push(word);
    }
    while words.len() > 1 && words.last().is_some_and(|word| LINKING.contains(word)) {
        words.pop();
    }
    words.join(" ").trim_end_matches([',', ';', ':']).to_owned()
}
