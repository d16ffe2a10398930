//! The node that somebody probably meant by a name that no node has.

use std::collections::BTreeSet;

use super::nearest::Nearest;
use crate::model::{
    Node, Pathway,
    written::{folded, spelled},
};

/// What the nodes of a pathway are called, ready to be compared; all questions share one budget.
pub struct Meant<'a> {
    nearest: Nearest,
    names: Vec<(String, BTreeSet<String>, &'a Node)>,
}

impl<'a> Meant<'a> {
    /// The labels and other names of a pathway's nodes.
    pub fn new(pathway: &'a Pathway) -> Self {
        let labels = pathway.nodes().map(|node| (node.label.as_str(), &**node));
        let aliases = pathway.nodes().flat_map(|node| node.aliases.iter().map(|alias| (alias.as_str(), &**node)));
        let mut names: Vec<(&str, &Node)> = labels.chain(aliases).filter(|(name, _)| !name.trim().is_empty()).collect();
        // Labels first, and of equals the first by id, whatever the order of the file.
        names.sort_by_key(|(name, node)| (*name != node.label, &node.id));
        let names = names.into_iter().map(|(name, node)| (plain(name), words(name), node)).collect();
        Self { nearest: Nearest::default(), names }
    }

    /// The node of the name that comes nearest: with a typing error, cut short, or with some words more or fewer.
    pub fn of(&self, name: &str) -> Option<&'a Node> {
        let near = self.nearest.of(&plain(name), self.names.iter().map(|(known, ..)| known.as_str()));
        let near = near.and_then(|near| self.names.iter().find(|(known, ..)| known == near));
        let wanted = words(name);
        let shares = |known: &BTreeSet<String>| {
            !known.is_empty() && !wanted.is_empty() && (known.is_subset(&wanted) || wanted.is_subset(known))
        };
        let in_part = || {
            let apart = |known: &BTreeSet<String>| known.len().abs_diff(wanted.len());
            self.names.iter().filter(|(_, known, _)| shares(known)).min_by_key(|(_, known, _)| apart(known))
        };
        near.or_else(in_part).map(|(.., node)| *node)
    }
}

/// A name in plain letters and single spaces.
fn plain(name: &str) -> String {
    spelled(name)
        .split(|c: char| c.is_whitespace() || c == '-')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The words of a name as names are compared, but for the shortest, which say little.
fn words(name: &str) -> BTreeSet<String> {
    let spelled = spelled(name);
    let words = spelled.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
    words.map(folded).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::notation;

    #[test]
    fn errors_of_typing_and_words_too_many_or_too_few_are_forgiven() {
        let pathway =
            notation::parse("Chronic stress -> Skull bone marrow -> TNF-α; Sleep").expect("the test's own notation");
        let meant = Meant::new(&pathway);
        let of = |name: &str| meant.of(name).map(|node| node.id.to_string());
        for (name, expected) in [
            ("chronic stres", "chronic_stress"),
            ("stress", "chronic_stress"),
            ("marrow of the skull", "skull_bone_marrow"),
            ("tnf alfa", "tnf-alpha"),
            ("good sleep", "sleep"),
            ("sleeping", "sleep"),
        ] {
            assert_eq!(of(name).as_deref(), Some(expected), "{name}");
        }
        assert_eq!((of("zebra"), of("")), (None, None));
    }
}
