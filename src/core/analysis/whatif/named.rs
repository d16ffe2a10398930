//! The links along which a change runs, as numbered nodes and links for the searches of a what-if.
//!
//! Numbers follow the names, so no answer depends on the order of the file.

use petgraph::visit::{EdgeRef as _, IntoEdgeReferences as _, IntoNodeReferences as _};

use crate::{
    analysis::lens::Lens,
    model::{Effect, LinkId, NodeId, Pathway},
};

/// What a route says of its end: more, less, or, over a link without a sign, neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Value {
    More,
    Less,
    Unsigned,
}

impl Value {
    pub(super) const ALL: [Self; 3] = [Self::More, Self::Less, Self::Unsigned];

    /// The value after both, one behind the other: signs multiply, and what has no sign takes it from the whole.
    pub(super) fn times(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unsigned, _) | (_, Self::Unsigned) => Self::Unsigned,
            _ if self == other => Self::More,
            _ => Self::Less,
        }
    }

    pub(super) fn of(effect: Effect) -> Self {
        match effect.sign() {
            Some(1) => Self::More,
            Some(_) => Self::Less,
            None => Self::Unsigned,
        }
    }
}

/// Which values some routes have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Values(u8);

impl Values {
    pub(super) fn insert(&mut self, value: Value) {
        self.0 |= 1 << value as u8;
    }

    pub(super) fn has(self, value: Value) -> bool {
        self.0 & (1 << value as u8) != 0
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether they leave open which way the change goes.
    pub(super) fn are_undecided(self) -> bool {
        self.has(Value::Unsigned) || (self.has(Value::More) && self.has(Value::Less))
    }

    /// The one value that there is, where there is only one.
    pub(super) fn only(self) -> Option<Value> {
        let mut all = Value::ALL.into_iter().filter(|&value| self.has(value));
        all.next().filter(|_| all.next().is_none())
    }
}

/// A link between numbered nodes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) value: Value,
    /// Declared by the author to lead back.
    pub(super) returns: bool,
}

/// The links of a pathway that a lens shows and that have an effect, between numbered nodes.
#[derive(Clone, Debug, Default)]
pub(super) struct Web {
    /// The nodes by number, in the order of their names.
    pub(super) names: Vec<NodeId>,
    /// The links by number, in the order of their names.
    pub(super) links: Vec<LinkId>,
    /// Where each link leads.
    pub(super) arcs: Vec<Arc>,
    out: Rows,
    into: Rows,
}

impl Web {
    pub(super) fn new(pathway: &Pathway, lens: &Lens) -> Self {
        let graph = pathway.graph();
        let mut nodes: Vec<_> = graph.node_references().map(|(index, node)| (&node.id, index)).collect();
        nodes.sort_unstable();
        let top = nodes.iter().map(|(_, index)| index.index() + 1).max().unwrap_or(0);
        let mut number = vec![0; top];
        for (place, (_, index)) in nodes.iter().enumerate() {
            number[index.index()] = place;
        }
        let carries = |effect: Effect| effect != Effect::NoEffect;
        let mut links: Vec<(&LinkId, Arc)> = graph
            .edge_references()
            .filter(|edge| carries(lens.effect(edge.weight())) && lens.passes(edge.weight()))
            .map(|edge| {
                let (from, to) = (number[edge.source().index()], number[edge.target().index()]);
                let link = edge.weight();
                (&link.id, Arc { from, to, value: Value::of(lens.effect(link)), returns: link.returns })
            })
            .collect();
        links.sort_unstable_by_key(|(id, _)| *id);
        let arcs: Vec<Arc> = links.iter().map(|&(_, arc)| arc).collect();
        Self {
            out: Rows::new(nodes.len(), arcs.iter().map(|arc| arc.from)),
            into: Rows::new(nodes.len(), arcs.iter().map(|arc| arc.to)),
            names: nodes.into_iter().map(|(id, _)| id.clone()).collect(),
            links: links.into_iter().map(|(id, _)| id.clone()).collect(),
            arcs,
        }
    }

    pub(super) fn number(&self, id: &NodeId) -> Option<usize> {
        self.names.binary_search(id).ok()
    }

    /// The number of a link that carries a change; a link that does not has none.
    pub(super) fn link_number(&self, id: &LinkId) -> Option<usize> {
        self.links.binary_search(id).ok()
    }

    /// The links that lead out of a node, in the order of their names.
    pub(super) fn links_out(&self, node: usize) -> &[usize] {
        self.out.row(node)
    }

    /// The links that lead into a node, in the order of their names.
    pub(super) fn links_into(&self, node: usize) -> &[usize] {
        self.into.row(node)
    }
}

/// Lists of links, one a node, in one piece of memory.
#[derive(Clone, Debug, Default)]
struct Rows {
    start: Vec<usize>,
    items: Vec<usize>,
}

impl Rows {
    /// Sorts the links, in their order, under the nodes that `keys` gives for them.
    fn new(nodes: usize, keys: impl Iterator<Item = usize> + Clone) -> Self {
        let mut start = vec![0; nodes + 1];
        for key in keys.clone() {
            start[key + 1] += 1;
        }
        for node in 0..nodes {
            start[node + 1] += start[node];
        }
        let mut next = start.clone();
        let mut items = vec![0; start[nodes]];
        for (link, key) in keys.enumerate() {
            items[next[key]] = link;
            next[key] += 1;
        }
        Self { start, items }
    }

    fn row(&self, node: usize) -> &[usize] {
        &self.items[self.start[node]..self.start[node + 1]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::notation;

    #[test]
    fn numbers_follow_the_names_and_silent_links_are_left_out() {
        let pathway = notation::parse("b -| a; a -0 c; a -? b").expect("the test's own notation");
        let web = Web::new(&pathway, &Lens::default());
        assert_eq!(web.names, ["a", "b", "c"].map(NodeId::new));
        assert_eq!(web.links, ["a_b", "b_a"].map(LinkId::new));
        assert_eq!((web.links_out(0), web.links_into(0), web.links_out(2)), (&[0][..], &[1][..], &[][..]));
        assert_eq!((web.arcs[0].value, web.arcs[1].value), (Value::Unsigned, Value::Less));
    }

    #[test]
    fn values_multiply_as_signs_do() {
        use Value::{Less, More, Unsigned};
        assert_eq!([More.times(Less), Less.times(Less), Less.times(Unsigned)], [Less, More, Unsigned]);
        let mut values = Values::default();
        values.insert(Less);
        assert_eq!((values.only(), values.are_undecided()), (Some(Less), false));
        values.insert(More);
        assert_eq!((values.only(), values.are_undecided()), (None, true));
    }
}
