//! Which node somebody means by a name.

use std::collections::BTreeMap;

use super::fold::folded;
use crate::model::{Node, NodeId, Pathway, shown};

/// The names of the nodes of a pathway, as people write them.
pub struct Names<'a> {
    pathway: &'a Pathway,
    /// Nodes by a name as it is compared, in the order of their ids.
    known: BTreeMap<String, Vec<(Rank, &'a Node)>>,
}

/// Why a name does not say which node is meant.
#[derive(Clone, Debug)]
pub enum Misnamed<'a> {
    /// No node has it.
    Unknown,
    /// It is as good a name of several nodes, which are given in the order of their ids.
    Several(Vec<&'a Node>),
}

/// How good a name is; the id as it stands is better than all of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// The label, letter for letter.
    Label,
    /// The label as labels are compared.
    Alike,
    /// The id as names are compared: `chronic stress` for `chronic_stress`.
    Id,
    Alias,
    /// The label without what stands in brackets.
    Bare,
}

impl<'a> Names<'a> {
    /// The names of a pathway's nodes.
    pub fn new(pathway: &'a Pathway) -> Self {
        let mut known: BTreeMap<String, Vec<(Rank, &Node)>> = BTreeMap::new();
        for (_, node) in pathway.nodes_by_id() {
            let bare = node.label.split(['(', '[']).next().unwrap_or_default();
            let names = [(Rank::Alike, node.label.as_str()), (Rank::Id, node.id.as_str()), (Rank::Bare, bare)];
            let aliases = node.aliases.iter().map(|alias| (Rank::Alias, alias.as_str()));
            for (rank, name) in names.into_iter().chain(aliases).map(|(rank, name)| (rank, folded(name))) {
                if !name.is_empty() {
                    known.entry(name).or_default().push((rank, node));
                }
            }
        }
        Self { pathway, known }
    }

    /// The node that a name stands for: by its id, else by its label, else by another name.
    ///
    /// # Errors
    /// Where no node has the name, or several have it and none has it as a better one.
    pub fn find(&self, name: &str) -> Result<&'a Node, Misnamed<'a>> {
        let name = name.trim();
        if let Some(node) = self.pathway.node(&NodeId::new(name)) {
            return Ok(node);
        }
        let named = self.known.get(&folded(name)).map(Vec::as_slice).unwrap_or_default();
        let rank = |&(rank, node): &(Rank, &Node)| if node.label.trim() == name { Rank::Label } else { rank };
        let Some(best) = named.iter().map(rank).min() else { return Err(Misnamed::Unknown) };
        let mut nodes: Vec<&Node> = named.iter().filter(|each| rank(each) == best).map(|each| each.1).collect();
        // A node may have one name twice, as an alias that is written in two ways.
        nodes.dedup_by(|a, b| a.id == b.id);
        match nodes.as_slice() {
            [one] => Ok(one),
            _ => Err(Misnamed::Several(nodes)),
        }
    }
}

impl Names<'_> {
    /// Whether brackets at the end of a name say which of its kind it is, as those of the pathway's own labels do: beside
    /// `IL-6 (brain)` there may be an `IL-6 (blood)`; and where a label speaks of blood, also beside `IL-6`.
    pub fn qualifies(&self, name: &str) -> bool {
        let Some((bare, inside)) = name.trim().strip_suffix(')').and_then(|name| name.rsplit_once('(')) else {
            return false;
        };
        let Some(named) = self.known.get(&folded(bare)).filter(|_| !bare.contains(['(', '['])) else { return false };
        let words =
            |text: &str| text.split(|c: char| !c.is_alphanumeric()).map(folded).filter(|w| !w.is_empty()).collect();
        let said: Vec<String> = words(inside);
        let own = named.iter().any(|(_, node)| node.label.trim_end().ends_with(')'));
        let spoken = || self.pathway.nodes().flat_map(|node| -> Vec<String> { words(&node.label) }).collect::<Vec<_>>();
        let is_short =
            (1..=3).contains(&said.len()) && inside.chars().all(|c| c.is_alphanumeric() || " -–".contains(c));
        is_short
            && (own || {
                let spoken = spoken();
                said.iter().all(|word| spoken.contains(word))
            })
    }
}

impl Misnamed<'_> {
    /// The nodes that a name may stand for, each with its id and what tells it from the others: `“a” (Inflammation, Blood)`.
    pub fn candidates(&self, pathway: &Pathway) -> Vec<String> {
        let Self::Several(nodes) = self else { return Vec::new() };
        let lane =
            |node: &Node| pathway.lane(&node.lane).map_or_else(|| node.lane.to_string(), |lane| lane.label.clone());
        nodes.iter().map(|node| format!("“{}” ({}, {})", node.id, shown(&node.label), shown(&lane(node)))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, Parts, notation};

    fn pathway(nodes: &[(&str, &str, &[&str])]) -> Pathway {
        let node = |&(id, label, aliases): &(&str, &str, &[&str])| {
            let mut node = Node::new(id, label, Kind::Other, "all");
            node.aliases = aliases.iter().map(|&alias| alias.to_owned()).collect();
            node
        };
        Pathway::from_parts(Parts { nodes: nodes.iter().map(node).collect(), ..Parts::default() }, Vec::new())
    }

    #[track_caller]
    fn check(pathway: &Pathway, name: &str, expected: &str) {
        let found = match Names::new(pathway).find(name) {
            Ok(node) => node.id.to_string(),
            Err(Misnamed::Unknown) => "unknown".to_owned(),
            Err(Misnamed::Several(nodes)) => nodes.iter().map(|node| node.id.as_str()).collect::<Vec<_>>().join(" or "),
        };
        assert_eq!(found, expected, "{name}");
    }

    #[test]
    fn an_id_goes_before_a_label_and_a_label_before_another_name() {
        let stress =
            pathway(&[("a", "Alarm", &["stress"]), ("b", "Stress", &["a"]), ("c", "b", &[]), ("fear", "Fear", &[])]);
        check(&stress, "Stress", "b");
        check(&stress, "stresses", "unknown");
        check(&stress, "STRESS", "b");
        check(&stress, "a", "a");
        check(&stress, "b", "b");
        check(&stress, " alarm ", "a");
        check(&stress, "", "unknown");
    }

    #[test]
    fn a_name_of_several_nodes_is_one_of_none() {
        let two = pathway(&[
            ("b", "Inflammation", &[]),
            ("a", "inflammation", &[]),
            ("c", "IL-6 (blood)", &[]),
            ("d", "IL-6 (brain)", &["x", "X"]),
        ]);
        check(&two, "Inflammation", "b");
        check(&two, "INFLAMMATION", "a or b");
        check(&two, "il6", "c or d");
        check(&two, "IL6 blood", "c");
        check(&two, "X", "d");
        let same = pathway(&[("a", "Inflammation", &[]), ("b", "Inflammation", &[])]);
        check(&same, "Inflammation", "a or b");
        let said = Names::new(&same).find("inflammation").expect_err("two have it").candidates(&same);
        assert_eq!(said, ["“a” (Inflammation, all)", "“b” (Inflammation, all)"]);
    }

    #[test]
    fn greek_letters_and_their_names_are_one() {
        let tnf = notation::parse("TNF-α -> NF-κB").expect("the test's own notation");
        for (name, id) in
            [("tnf alpha", "tnf-alpha"), ("TNFα", "tnf-alpha"), ("NFkappaB", "nf-kappab"), ("tnf", "unknown")]
        {
            check(&tnf, name, id);
        }
    }
}
