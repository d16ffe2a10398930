//! Which nodes and links of two pathways are the same.
//!
//! Nodes match by id, then by label, then by label and other name, then by other names, all as people write them
//! (`model::written`). Links match between matched nodes: by id, then effect, then what is left; then the same against
//! the other direction; and at last by id alone. Every step pairs what stands first by id with what stands first by id,
//! so that matching the other way round gives the same pairs.

use std::{collections::BTreeMap, sync::Arc};

use crate::model::{Link, LinkId, Node, NodeId, Pathway, written::folded};

/// What two pathways have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// Nodes of the earlier pathway with those of the later one, by the id before.
    pub nodes: BTreeMap<NodeId, NodeId>,
    /// Links, by the id before.
    pub links: Vec<LinkPair>,
}

impl Matching {
    /// The pair of a link of the earlier pathway.
    pub fn link(&self, before: &LinkId) -> Option<&LinkPair> {
        self.links.binary_search_by(|pair| pair.before.cmp(before)).ok().and_then(|place| self.links.get(place))
    }
}

/// A link of the earlier pathway with the same link of the later one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LinkPair {
    /// The link before.
    pub before: LinkId,
    /// The link after.
    pub after: LinkId,
    /// Whether it still leads the same way.
    pub turn: Turn,
}

/// How a link lies in the later pathway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// From the same cause to the same effect.
    Same,
    /// The other way between the same two nodes.
    Reversed,
    /// Between other nodes; only the id is the same.
    Elsewhere,
}

/// Finds the nodes and links that two pathways have in common.
pub fn matching(before: &Pathway, after: &Pathway) -> Matching {
    let nodes = match_nodes(before, after);
    let links = match_links(before, after, &nodes);
    Matching { nodes, links }
}

/// Which names are compared in a step.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Ids,
    Labels,
    /// The label of one with the other names of the other, both ways at once.
    LabelAndOthers,
    Others,
}

fn match_nodes(before: &Pathway, after: &Pathway) -> BTreeMap<NodeId, NodeId> {
    let mut open = Open { left: by_id(before.nodes()), right: by_id(after.nodes()), pairs: BTreeMap::new() };
    for step in [Step::Ids, Step::Labels, Step::LabelAndOthers, Step::Others] {
        open.pair(step);
    }
    open.pairs
}

fn by_id<'a>(nodes: impl Iterator<Item = &'a Arc<Node>>) -> Vec<&'a Node> {
    let mut nodes: Vec<&Node> = nodes.map(|node| &**node).collect();
    nodes.sort_by(|a, b| a.id.cmp(&b.id));
    nodes
}

/// Nodes that are not matched yet, by id, and those that are.
struct Open<'a> {
    left: Vec<&'a Node>,
    right: Vec<&'a Node>,
    pairs: BTreeMap<NodeId, NodeId>,
}

/// The nodes that go by a name: those of the earlier pathway by it as their first name, then as another; the same for
/// the later pathway.
#[derive(Default)]
struct Namesakes {
    left: [Vec<usize>; 2],
    right: [Vec<usize>; 2],
}

impl Open<'_> {
    /// Pairs the nodes that share a name, the first name by its letters first.
    fn pair(&mut self, step: Step) {
        let mut keys: BTreeMap<String, Namesakes> = BTreeMap::new();
        for (place, (rank, name)) in self.left.iter().enumerate().flat_map(|(place, node)| at(place, names(node, step)))
        {
            keys.entry(name).or_default().left[rank].push(place);
        }
        for (place, (rank, name)) in
            self.right.iter().enumerate().flat_map(|(place, node)| at(place, names(node, step)))
        {
            keys.entry(name).or_default().right[rank].push(place);
        }
        let (mut used_left, mut used_right) = (vec![false; self.left.len()], vec![false; self.right.len()]);
        for Namesakes { left, right } in keys.values() {
            // Labels that both have were paired a step earlier, so at most one of two mixed pairings has any nodes.
            let ranks: &[(usize, usize)] = if step == Step::LabelAndOthers { &[(0, 1), (1, 0)] } else { &[(0, 0)] };
            for &(one, other) in ranks {
                let lefts: Vec<usize> = left[one].iter().copied().filter(|&place| !used_left[place]).collect();
                let rights: Vec<usize> = right[other].iter().copied().filter(|&place| !used_right[place]).collect();
                for (&one, &other) in lefts.iter().zip(&rights) {
                    (used_left[one], used_right[other]) = (true, true);
                    self.pairs.insert(self.left[one].id.clone(), self.right[other].id.clone());
                }
            }
        }
        keep_unused(&mut self.left, &used_left);
        keep_unused(&mut self.right, &used_right);
    }
}

fn at<T>(place: usize, items: Vec<T>) -> impl Iterator<Item = (usize, T)> {
    items.into_iter().map(move |item| (place, item))
}

fn keep_unused<T>(list: &mut Vec<T>, used: &[bool]) {
    let mut used = used.iter();
    list.retain(|_| !used.next().copied().unwrap_or(false));
}

/// The names of a node in a step, each with 1 where it is one of the other names beside the label.
fn names(node: &Node, step: Step) -> Vec<(usize, String)> {
    let others = || node.aliases.iter().map(String::as_str).chain([node.id.as_str()]).map(folded);
    let mut names: Vec<(usize, String)> = match step {
        Step::Ids => vec![(0, node.id.to_string())],
        Step::Labels => vec![(0, folded(&node.label))],
        Step::LabelAndOthers => [(0, folded(&node.label))].into_iter().chain(others().map(|name| (1, name))).collect(),
        Step::Others => others().map(|name| (0, name)).collect(),
    };
    names.retain(|(_, name)| !name.is_empty());
    names.sort();
    names.dedup();
    names
}

/// A link with its ends as numbers of the later pathway's nodes; `None` where an end is matched with nothing.
struct Placed<'a> {
    link: &'a Link,
    ends: Option<(usize, usize)>,
}

fn match_links(before: &Pathway, after: &Pathway, nodes: &BTreeMap<NodeId, NodeId>) -> Vec<LinkPair> {
    let number: BTreeMap<&NodeId, usize> = after.nodes().enumerate().map(|(number, node)| (&node.id, number)).collect();
    let earlier: BTreeMap<&NodeId, usize> =
        nodes.iter().filter_map(|(before, after)| Some((before, *number.get(after)?))).collect();
    let mut left = placed(before, &earlier);
    let mut right = placed(after, &number);
    let mut pairs = Vec::new();
    for turn in [Turn::Same, Turn::Reversed] {
        let ends = |placed: &Placed<'_>| placed.ends;
        let turned = |placed: &Placed<'_>| match turn {
            Turn::Reversed => placed.ends.map(|(from, to)| (to, from)),
            Turn::Same | Turn::Elsewhere => placed.ends,
        };
        let (by_id, by_id_turned) =
            (|p: &Placed<'_>| Some((ends(p)?, id(p))), |p: &Placed<'_>| Some((turned(p)?, id(p))));
        pair_links(&mut left, &mut right, &mut pairs, turn, by_id_turned, by_id);
        let by_effect = |p: &Placed<'_>| Some((ends(p)?, p.link.effect));
        let by_effect_turned = |p: &Placed<'_>| Some((turned(p)?, p.link.effect));
        pair_links(&mut left, &mut right, &mut pairs, turn, by_effect_turned, by_effect);
        pair_links(&mut left, &mut right, &mut pairs, turn, turned, ends);
    }
    pair_links(&mut left, &mut right, &mut pairs, Turn::Elsewhere, |p| Some(id(p)), |p| Some(id(p)));
    pairs.sort();
    pairs
}

fn id(placed: &Placed<'_>) -> LinkId {
    placed.link.id.clone()
}

/// The links in the order of their ids.
fn placed<'a>(pathway: &'a Pathway, number: &BTreeMap<&NodeId, usize>) -> Vec<Placed<'a>> {
    let ends = |link: &Link| Some((*number.get(&link.from)?, *number.get(&link.to)?));
    let mut placed: Vec<Placed<'a>> = pathway.links().map(|link| Placed { link, ends: ends(link) }).collect();
    placed.sort_by(|a, b| a.link.id.cmp(&b.link.id));
    placed
}

/// Pairs the links that share a key, in the order of their ids.
fn pair_links<'a, K: Ord>(
    left: &mut Vec<Placed<'a>>,
    right: &mut Vec<Placed<'a>>,
    pairs: &mut Vec<LinkPair>,
    turn: Turn,
    left_key: impl Fn(&Placed<'a>) -> Option<K>,
    right_key: impl Fn(&Placed<'a>) -> Option<K>,
) {
    let mut keys: BTreeMap<K, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (place, key) in left.iter().enumerate().filter_map(|(place, link)| Some((place, left_key(link)?))) {
        keys.entry(key).or_default().0.push(place);
    }
    for (place, key) in right.iter().enumerate().filter_map(|(place, link)| Some((place, right_key(link)?))) {
        keys.entry(key).or_default().1.push(place);
    }
    let (mut used_left, mut used_right) = (vec![false; left.len()], vec![false; right.len()]);
    for (&one, &other) in keys.values().flat_map(|(lefts, rights)| lefts.iter().zip(rights)) {
        (used_left[one], used_right[other]) = (true, true);
        pairs.push(LinkPair { before: left[one].link.id.clone(), after: right[other].link.id.clone(), turn });
    }
    keep_unused(left, &used_left);
    keep_unused(right, &used_right);
}
