//! Which nodes of a student's map and of a reference are the same, by their names as people write them.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Node, NodeId, Pathway};

/// The names that a reference gives to its nodes.
pub(super) struct Names<'a> {
    reference: &'a Pathway,
    /// Nodes by a name as it is compared; where several share it, the one of which it is a better name, then the first
    /// by id. What is left of a label without brackets stands only for one node.
    known: BTreeMap<String, &'a NodeId>,
}

impl<'a> Names<'a> {
    pub(super) fn new(reference: &'a Pathway) -> Self {
        let mut ranked: Vec<(Rank, &NodeId, String)> = Vec::new();
        let mut bare: BTreeMap<String, BTreeSet<&NodeId>> = BTreeMap::new();
        for node in reference.nodes() {
            for (rank, name) in names(node) {
                if rank == Rank::Bare {
                    bare.entry(name.clone()).or_default().insert(&node.id);
                }
                ranked.push((rank, &node.id, name));
            }
        }
        ranked.sort();
        let mut known = BTreeMap::new();
        for (rank, id, name) in ranked {
            let shared = bare.get(&name).is_some_and(|nodes| nodes.len() > 1);
            if rank != Rank::Bare || !shared {
                known.entry(name).or_insert(id);
            }
        }
        Self { reference, known }
    }

    /// The node of the reference for each node of a map that it knows. Several nodes of the map may be one of the
    /// reference.
    pub(super) fn matched(&self, student: &Pathway) -> BTreeMap<NodeId, &'a NodeId> {
        student.nodes().filter_map(|node| Some((node.id.clone(), self.find(node)?))).collect()
    }

    fn find(&self, node: &Node) -> Option<&'a NodeId> {
        // A copy of the reference is the same whatever names its nodes share.
        let twin = self.reference.node(&node.id).filter(|twin| key(&twin.label) == key(&node.label));
        twin.map(|twin| &twin.id).or_else(|| names(node).iter().find_map(|(_, name)| self.known.get(name).copied()))
    }
}

/// How good a name is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Label,
    Id,
    Alias,
    /// The label without what stands in brackets.
    Bare,
}

/// The names of a node as they are compared, better ones first.
fn names(node: &Node) -> Vec<(Rank, String)> {
    let bare = node.label.split(['(', '[']).next().unwrap_or_default();
    let aliases = node.aliases.iter().map(|name| (Rank::Alias, name.as_str()));
    let names = [(Rank::Label, node.label.as_str()), (Rank::Id, node.id.as_str())].into_iter();
    let all = names.chain(aliases).chain([(Rank::Bare, bare)]).map(|(rank, name)| (rank, key(name)));
    all.filter(|(_, name)| !name.is_empty()).collect()
}

/// A name in small letters and in the singular, without spaces, hyphens, other marks, and the word `the`.
fn key(name: &str) -> String {
    let spaced: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<String> =
        spaced.to_lowercase().split_whitespace().filter(|word| *word != "the").map(singular).collect();
    words.concat()
}

/// A word without a simple ending of plurals: `nerves`, `bodies`, but not `stress`, `virus` or `analysis`.
fn singular(word: &str) -> String {
    const SINGULAR: [&str; 3] = ["ss", "us", "is"];
    if word.chars().count() < 4 || SINGULAR.iter().any(|end| word.ends_with(end)) {
        return word.to_owned();
    }
    match word.strip_suffix("ies") {
        Some(stem) if stem.chars().count() > 2 => format!("{stem}y"),
        _ => word.strip_suffix('s').unwrap_or(word).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn names_are_compared_as_people_write_them() {
        for (a, b) in [
            ("Blood-cell production", "blood cell Production"),
            ("blood_cell_production", "Blood–cell production"),
            ("Sympathetic nerves", "sympathetic nerve"),
            ("IL-6", "il6"),
            ("Antibodies", "antibody"),
            ("T cells", "T-cell"),
            ("Neutrophils in the meninges", "neutrophils in meninges"),
        ] {
            assert_eq!(key(a), key(b));
        }
        for (a, b) in [("Stress", "Stres"), ("IL-6", "IL-8"), ("Virus", "Viru"), ("IgG", "IgGs4")] {
            assert_ne!(key(a), key(b));
        }
        assert_eq!(key("–"), "");
    }
}
