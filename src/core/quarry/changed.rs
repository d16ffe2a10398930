//! What a table has beyond what was taken from it before, as when a database brings out a newer one.

use std::collections::{BTreeMap, BTreeSet};

use super::{papers::Paper, store::Quarry, take::Part};
use crate::model::{Effect, LinkId, Node, NodeId, Pathway};

/// What a table has beyond a pathway.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// Things of the pathway whose names the table has not.
    pub unknown: Vec<NodeId>,
    /// Links between things of the pathway that it has not.
    pub links: Vec<u32>,
    /// Links of the pathway with papers that they do not cite.
    pub papers: Vec<(LinkId, u32, Vec<Paper>)>,
    /// Links of which the table comes to another effect than the pathway says.
    pub effects: Vec<(LinkId, Effect)>,
    /// Links of the pathway that the table has not, although it has both ends.
    pub gone: Vec<LinkId>,
}

impl Changed {
    /// Whether there is nothing new.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What of the table is new to the pathway: links that it has not, and those with other papers.
    pub fn part(&self) -> Part {
        let links = self.links.iter().copied().chain(self.papers.iter().map(|(_, link, _)| *link));
        Part { links: links.collect(), ..Part::default() }
    }
}

impl Quarry {
    /// What this table has beyond a pathway, which need not come from it. Things are known by their labels and other names.
    pub fn changed(&self, pathway: &Pathway) -> Changed {
        let mut changed = Changed::default();
        let mut known: BTreeMap<&NodeId, u32> = BTreeMap::new();
        for node in pathway.nodes() {
            match self.named(node) {
                Some(number) => drop(known.insert(&node.id, number)),
                None => changed.unknown.push(node.id.clone()),
            }
        }
        let mut linked = BTreeSet::new();
        for link in pathway.links() {
            let Some((&from, &to)) = known.get(&link.from).zip(known.get(&link.to)) else { continue };
            let Some(found) = self.link(from, to) else {
                changed.gone.push(link.id.clone());
                continue;
            };
            linked.insert(found);
            let cited = |paper: &Paper| {
                let sources = link.evidence.iter().filter_map(|evidence| pathway.source(&evidence.source));
                let is_it = |pmid: Option<&String>, doi: Option<&String>| match paper {
                    Paper::Pmid(number) => pmid.is_some_and(|pmid| pmid.trim_start_matches('0') == number),
                    Paper::Doi(named) => doi.is_some_and(|doi| doi.eq_ignore_ascii_case(named)),
                };
                sources.into_iter().any(|source| is_it(source.pmid.as_ref(), source.doi.as_ref()))
            };
            let named: BTreeSet<Paper> = self.rows(found).into_iter().flat_map(|row| row.papers).collect();
            let new: Vec<Paper> = named.into_iter().filter(|paper| !cited(paper)).collect();
            if !new.is_empty() {
                changed.papers.push((link.id.clone(), found, new));
            }
            if self.effect(found) != link.effect {
                changed.effects.push((link.id.clone(), self.effect(found)));
            }
        }
        let between = Part::between(self, known.into_values().collect());
        changed.links = between.links.difference(&linked).copied().collect();
        changed
    }

    fn named(&self, node: &Node) -> Option<u32> {
        let names = || std::iter::once(&node.label).chain(&node.aliases);
        names().find_map(|name| self.names.find(name)).or_else(|| names().find_map(|name| self.node(name).ok()))
    }
}
