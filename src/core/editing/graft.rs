//! A piece of one pathway put into another.

use std::collections::BTreeMap;

use super::{
    draft::Draft,
    ids::{Mint, lane_id, source_id},
    lanes::lane_of_name,
    nodes::namesake,
    outcome::Refusal,
    same::add_new,
    sources::same_work,
    words::quoted,
};
use crate::{
    grammar::{count, form, list},
    model::{Lane, LaneId, Link, LinkId, Node, NodeId, Pathway, Source, SourceId, is_valid_id, notation::id_from},
};

/// How nodes that the pathway has already are taken.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// They are the ones that are there; links lead to those.
    Join,
    /// They become copies with names of their own.
    Copy,
}

/// Puts the nodes and links of a piece into the draft, with their lanes and the sources that they cite.
pub(super) fn graft(draft: &mut Draft<'_>, mint: &mut Mint<'_>, piece: &Pathway, known: Known) -> Result<(), Refusal> {
    let mut graft = Graft { piece, known, lanes: BTreeMap::new(), sources: BTreeMap::new(), nodes: BTreeMap::new() };
    let mut here = Vec::new();
    for node in piece.nodes() {
        if let Some(label) = graft.node(draft, mint, node) {
            here.push(quoted(&label));
        }
    }
    let mut joined = 0;
    for link in piece.links() {
        joined += usize::from(graft.link(draft, mint, link)?);
    }
    if !here.is_empty() {
        let named = if here.len() > 3 { count(here.len(), "node", "nodes") } else { list(&here) };
        let stay = form(here.len(), "is there already and stays as it is", "are there already and stay as they are");
        draft.tell(format!("{named} {stay}"));
    }
    if joined > 0 {
        let links = count(joined, "link is", "links are");
        draft.tell(format!("{links} there already and {} what evidence is new", form(joined, "gets", "get")));
    }
    Ok(())
}

struct Graft<'p> {
    piece: &'p Pathway,
    known: Known,
    /// Ids of the piece, and what they are in the draft.
    lanes: BTreeMap<LaneId, LaneId>,
    sources: BTreeMap<SourceId, SourceId>,
    nodes: BTreeMap<NodeId, NodeId>,
}

impl Graft<'_> {
    /// Adds a node; one that is there already is only noted, and its label given.
    fn node(&mut self, draft: &mut Draft<'_>, mint: &mut Mint<'_>, node: &Node) -> Option<String> {
        let pathway = draft.pathway;
        let there = pathway.node(&node.id).map(|node| &**node).or_else(|| namesake(pathway, &node.label));
        if let Some(there) = there.filter(|_| self.known == Known::Join) {
            self.nodes.insert(node.id.clone(), there.id.clone());
            return Some(there.label.clone());
        }
        let mut new = node.clone();
        if there.is_some() {
            // Two cards on one spot, and two nodes of one name, could not be told apart.
            new.label = name_of_copy(draft, &node.label);
            (new.at, new.aliases) = (None, Vec::new());
        }
        new.id = NodeId::new(&mint(&base(node.id.as_str(), &new.label)));
        new.lane = self.lane(draft, mint, &node.lane);
        for source in new.notes.iter_mut().flat_map(|note| &mut note.sources) {
            *source = self.source(draft, mint, source);
        }
        self.nodes.insert(node.id.clone(), new.id.clone());
        draft.nodes.add(new);
        None
    }

    /// Adds a link, or its evidence to one that says the same; says whether there was one.
    fn link(&mut self, draft: &mut Draft<'_>, mint: &mut Mint<'_>, link: &Link) -> Result<bool, Refusal> {
        let mut new = link.clone();
        for item in &mut new.evidence {
            item.source = self.source(draft, mint, &item.source);
        }
        let end = |id: &NodeId| self.nodes.get(id).cloned().ok_or_else(|| Refusal::gone("node", id));
        (new.from, new.to) = (end(&link.from)?, end(&link.to)?);
        let same = |other: &Link| (&other.from, &other.to, other.effect) == (&new.from, &new.to, new.effect);
        if let Some(there) = draft.pathway.links().find(|other| same(other)) {
            add_new(&mut draft.link(&there.id)?.evidence, &new.evidence);
            return Ok(true);
        }
        new.id = LinkId::new(&mint(&base(link.id.as_str(), &format!("{}_{}", new.from, new.to))));
        draft.links.add(new);
        Ok(false)
    }

    /// The lane of that name, or else a new one; a lane without a record is that of the id.
    fn lane(&mut self, draft: &mut Draft<'_>, mint: &mut Mint<'_>, id: &LaneId) -> LaneId {
        if let Some(lane) = self.lanes.get(id) {
            return lane.clone();
        }
        let label = self.piece.lane(id).map_or_else(|| id.to_string(), |lane| lane.label.clone());
        let pathway = draft.pathway;
        let there = lane_of_name(pathway, &label).or_else(|| pathway.lane(id).map(|lane| &**lane));
        let lane = if let Some(lane) = there {
            lane.id.clone()
        } else {
            let new = lane_id(mint, if is_valid_id(id.as_str()) { id.as_str() } else { &label });
            let extra = self.piece.lane(id).map(|lane| lane.extra.clone()).unwrap_or_default();
            draft.tell(format!("the lane {} comes with it", quoted(&label)));
            draft.lanes.add(Lane { id: new.clone(), label, extra });
            new
        };
        self.lanes.insert(id.clone(), lane.clone());
        lane
    }

    /// The source that is the same work, or else a new one; an id without a record stays as it is.
    fn source(&mut self, draft: &mut Draft<'_>, mint: &mut Mint<'_>, id: &SourceId) -> SourceId {
        if let Some(source) = self.sources.get(id) {
            return source.clone();
        }
        let Some(source) = self.piece.source(id) else { return id.clone() };
        let pathway = draft.pathway;
        let by_id = || pathway.source(id).map(|there| &**there).filter(|there| there.title == source.title);
        let there = same_work(pathway, source).or_else(by_id).map(|there| there.id.clone());
        let now = there.unwrap_or_else(|| {
            let new =
                if is_valid_id(id.as_str()) { SourceId::new(&mint(id.as_str())) } else { source_id(mint, source) };
            draft.sources.add(Source { id: new.clone(), ..Source::clone(source) });
            new
        });
        self.sources.insert(id.clone(), now.clone());
        now
    }
}

/// An id to start from: the one that it had, or else one made from a text.
fn base(id: &str, text: &str) -> String {
    if is_valid_id(id) && id.len() <= 100 { id.to_owned() } else { id_from(text) }
}

/// `Poor sleep (copy)`, `Poor sleep (copy 2)`, ...
fn name_of_copy(draft: &mut Draft<'_>, label: &str) -> String {
    let pathway = draft.pathway;
    let taken: Vec<String> = draft.nodes.kept().map(|node| node.label.clone()).collect();
    let names =
        (1..).map(|number| if number == 1 { format!("{label} (copy)") } else { format!("{label} (copy {number})") });
    let free = |name: &String| namesake(pathway, name).is_none() && !taken.contains(name);
    names.into_iter().find(free).unwrap_or_default()
}
