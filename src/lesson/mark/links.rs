//! Marks the links of a map one by one.

use std::collections::{BTreeMap, BTreeSet};

use super::{Counts, Remark, RemarkKind, words::Words};
use crate::{
    analysis::{
        routes::{Limits, survey},
        web::Web,
    },
    model::{Effect, Link, LinkId, NodeId, Pathway, Reading},
    quiz::sources,
};

/// The most links that a drawn one may skip, tried in this order: the fewest that come to the same effect are named.
const LENGTHS: [usize; 5] = [2, 3, 4, 6, 8];

/// How many routes of a length are looked at, and how many steps may go into that; a map may have thousands of links
/// that skip something.
const LIMITS: Limits = Limits { length: 8, routes: 60, steps: 4_000 };

/// For how many links of a map routes are looked for. No student draws so many beside the reference; a hostile file may,
/// and the rest of its links are only said not to be in the reference.
const MOST_SEARCHED: usize = 1_000;

/// Marks links against a reference.
pub(super) struct Marker<'a> {
    reference: &'a Pathway,
    web: &'a Web<'a>,
    reading: Reading,
    words: Words<'a>,
    /// The links of the reference by their ends.
    pairs: BTreeMap<(&'a NodeId, &'a NodeId), Vec<&'a Link>>,
    /// Links of the reference that are drawn in some form.
    drawn: BTreeSet<&'a LinkId>,
    /// Links of the reference on the way of a right shortcut.
    skipped: BTreeSet<&'a LinkId>,
    counts: Counts,
}

/// A link of a map, with its ends in the reference.
#[derive(Clone, Copy)]
struct Placed<'a, 's> {
    link: &'s Link,
    from: &'a NodeId,
    to: &'a NodeId,
}

impl<'a> Marker<'a> {
    pub(super) fn new(reference: &'a Pathway, web: &'a Web<'a>, reading: Reading) -> Self {
        let mut pairs: BTreeMap<_, Vec<&Link>> = BTreeMap::new();
        for link in reference.links() {
            pairs.entry((&link.from, &link.to)).or_default().push(&**link);
        }
        let counts = Counts { reference: reference.links().len(), ..Counts::default() };
        let words = Words { reference, reading };
        Self { reference, web, reading, words, pairs, drawn: BTreeSet::new(), skipped: BTreeSet::new(), counts }
    }

    /// Marks a map whose nodes are known.
    pub(super) fn mark(mut self, student: &Pathway, same: &BTreeMap<NodeId, &'a NodeId>) -> (Vec<Remark>, Counts) {
        let mut remarks: Vec<Option<Remark>> = Vec::new();
        let placed: Vec<Placed> = student
            .links()
            .filter_map(|link| Some(Placed { link, from: same.get(&link.from)?, to: same.get(&link.to)? }))
            .collect();
        self.counts.unmarked = student.links().len() - placed.len();
        remarks.resize_with(placed.len(), || None);
        // The best reading of each link first, so that none takes what another one fits better.
        for pass in [Self::correct, Self::wrong_sign, Self::reversed] {
            for (remark, link) in remarks.iter_mut().zip(&placed).filter(|(remark, _)| remark.is_none()) {
                *remark = pass(&mut self, *link);
            }
        }
        let left = remarks.into_iter().zip(&placed);
        let mut remarks: Vec<Remark> = left.map(|(remark, link)| remark.unwrap_or_else(|| self.other(*link))).collect();
        remarks.extend(self.unknown(student, same));
        remarks.extend(self.missing());
        (remarks, self.counts)
    }

    /// The first link between two nodes that is not drawn yet and has an effect, or any.
    fn open(&self, from: &NodeId, to: &NodeId, effect: Option<Effect>) -> Option<&'a Link> {
        let links = self.pairs.get(&(from, to)).into_iter().flatten().copied();
        let fits = |link: &&Link| {
            !self.drawn.contains(&link.id) && effect.is_none_or(|effect| link.effect_in(self.reading) == effect)
        };
        links.into_iter().find(fits)
    }

    fn correct(&mut self, drawn: Placed<'a, '_>) -> Option<Remark> {
        let link = self.open(drawn.from, drawn.to, Some(drawn.link.effect_in(self.reading)))?;
        self.drawn.insert(&link.id);
        self.counts.correct += 1;
        Some(remark(RemarkKind::Correct, self.words.correct(link), drawn.link, &[link]))
    }

    fn wrong_sign(&mut self, drawn: Placed<'a, '_>) -> Option<Remark> {
        let link = self.open(drawn.from, drawn.to, None)?;
        self.drawn.insert(&link.id);
        self.counts.wrong_sign += 1;
        let sentence = self.words.wrong_sign(link, drawn.link.effect_in(self.reading));
        Some(remark(RemarkKind::WrongSign, sentence, drawn.link, &[link]))
    }

    fn reversed(&mut self, drawn: Placed<'a, '_>) -> Option<Remark> {
        let effect = drawn.link.effect_in(self.reading);
        let link = self.open(drawn.to, drawn.from, Some(effect)).or_else(|| self.open(drawn.to, drawn.from, None))?;
        // Where the reference leads this way too, the link is one too many, not turned round.
        if drawn.from == drawn.to || self.pairs.contains_key(&(drawn.from, drawn.to)) {
            return None;
        }
        self.drawn.insert(&link.id);
        self.counts.reversed += 1;
        Some(remark(RemarkKind::Reversed, self.words.reversed(link), drawn.link, &[link]))
    }

    /// A link that the reference does not have as such: a shortcut, or one too many.
    fn other(&mut self, drawn: Placed<'a, '_>) -> Remark {
        let effect = drawn.link.effect_in(self.reading);
        if self.pairs.contains_key(&(drawn.from, drawn.to)) {
            self.counts.extra += 1;
            let there = self.pairs.get(&(drawn.from, drawn.to)).map(Vec::as_slice).unwrap_or_default();
            return remark(RemarkKind::Extra, self.words.twice(there), drawn.link, there);
        }
        let searched = self.counts.extra + self.counts.shortcuts + self.counts.shortcuts_wrong_sign < MOST_SEARCHED;
        let Some((steps, right)) = searched.then(|| self.steps(drawn, effect)).flatten() else {
            self.counts.extra += 1;
            let sentence = self.words.extra(drawn.from, drawn.to, searched);
            let mut made = remark(RemarkKind::Extra, sentence, drawn.link, &[]);
            made.nodes = vec![drawn.from.clone(), drawn.to.clone()];
            return made;
        };
        if right {
            self.counts.shortcuts += 1;
            self.skipped.extend(steps.iter().map(|link| &link.id));
        } else {
            self.counts.shortcuts_wrong_sign += 1;
        }
        let kind = if right { RemarkKind::Shortcut } else { RemarkKind::ShortcutWrongSign };
        remark(kind, self.words.shortcut(&steps, effect, right), drawn.link, &steps)
    }

    /// The steps by which the reference gets where a link leads: the shortest route that comes to the same effect, else
    /// the shortest of all; and whether it comes to the same.
    fn steps(&self, drawn: Placed<'a, '_>, effect: Effect) -> Option<(Vec<&'a Link>, bool)> {
        let (from, to) = (self.web.number(drawn.from)?, self.web.number(drawn.to)?);
        let mut shortest: Option<Vec<&Link>> = None;
        for length in LENGTHS {
            let found = survey(self.web, from, to, Limits { length, ..LIMITS });
            let right = |place: &usize| match effect {
                Effect::Raises => found.sign(*place) == 1,
                Effect::Lowers => found.sign(*place) == -1,
                Effect::Mixed | Effect::Unknown => found.sign(*place) == 0,
                Effect::NoEffect => false,
            };
            let links = |place: &usize| found.links(*place).len();
            if let Some(place) = (0..found.len()).filter(right).min_by_key(links) {
                return Some((self.named(found.links(place)), true));
            }
            if shortest.is_none() {
                shortest = (0..found.len()).min_by_key(links).map(|place| self.named(found.links(place)));
            }
            if found.cut_by.is_none() {
                // There are no longer routes.
                break;
            }
        }
        // A way that is longer than those looked at is still a way.
        if shortest.is_none() {
            let far = self.web.shortest(from, to, |_| true).filter(|links| !links.is_empty())?;
            let sign: i8 = far.iter().map(|&link| self.web.sign(link)).product();
            return Some((self.named(&far), effect.sign() == Some(sign)));
        }
        shortest.map(|steps| (steps, false))
    }

    fn named(&self, links: &[u32]) -> Vec<&'a Link> {
        links.iter().filter_map(|&link| self.reference.link(&self.web.link(link).id)).map(|link| &**link).collect()
    }

    /// Nodes that the reference does not know, in the order of the map.
    fn unknown(&mut self, student: &Pathway, same: &BTreeMap<NodeId, &'a NodeId>) -> Vec<Remark> {
        let strangers: Vec<_> = student.nodes().filter(|node| !same.contains_key(&node.id)).collect();
        self.counts.unknown_nodes = strangers.len();
        let sentences = self.words.unknown(strangers.iter().map(|node| node.label.as_str()));
        let made = strangers.iter().zip(sentences).map(|(node, (sentence, meant))| {
            let touching = student.causes_of(&node.id).into_iter().chain(student.effects_of(&node.id));
            let drawn: BTreeSet<LinkId> = touching.map(|link| link.id.clone()).collect();
            Remark {
                kind: RemarkKind::UnknownNode,
                sentence,
                drawn: drawn.into_iter().collect(),
                links: Vec::new(),
                nodes: meant.into_iter().collect(),
                sources: Vec::new(),
            }
        });
        made.collect()
    }

    /// Links of the reference that the map lacks, in the order of the reference; those that a right shortcut skips have
    /// been spoken of.
    fn missing(&mut self) -> Vec<Remark> {
        let lacking: Vec<&Link> =
            self.reference.links().map(|link| &**link).filter(|link| !self.drawn.contains(&link.id)).collect();
        let (skipped, missing): (Vec<&Link>, Vec<&Link>) =
            lacking.into_iter().partition(|link| self.skipped.contains(&link.id));
        self.counts.skipped = skipped.len();
        self.counts.missing = missing.len();
        let made = |link: &&Link| {
            let mut made = remark(RemarkKind::Missing, self.words.missing(link), link, &[*link]);
            made.drawn.clear();
            made
        };
        missing.iter().map(made).collect()
    }
}

/// A remark on a link of a map with the links of the reference to look at.
fn remark(kind: RemarkKind, sentence: String, drawn: &Link, links: &[&Link]) -> Remark {
    let mut nodes: Vec<NodeId> = Vec::new();
    for node in links.iter().flat_map(|link| [&link.from, &link.to]) {
        if !nodes.contains(node) {
            nodes.push(node.clone());
        }
    }
    Remark {
        kind,
        sentence,
        drawn: vec![drawn.id.clone()],
        links: links.iter().map(|link| link.id.clone()).collect(),
        nodes,
        sources: sources(links.iter().copied()),
    }
}
