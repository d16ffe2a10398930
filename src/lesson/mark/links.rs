//! Marks the links of a map one by one.

use std::collections::{BTreeMap, BTreeSet};

use super::{Counts, Remark, RemarkKind, names::Same, open::Open, words::Words};
use crate::{
    analysis::{
        routes::{Limits, certain_sign, survey},
        web::Web,
    },
    model::{Effect, Link, LinkId, NodeId, Pathway, Reading},
    quiz::sources,
};

/// The most links that a drawn one may skip, tried in this order: the fewest that come to the same effect are named.
const LENGTHS: [usize; 5] = [2, 3, 4, 6, 8];

/// How many routes of a length are looked at, and how many steps may go into that; a map may have thousands of links
/// that skip something.
const LIMITS: Limits = Limits { length: 8, longer: 0, routes: 60, steps: 4_000 };

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
    /// Links of the reference that are drawn in some form, and those that are not.
    open: Open<'a>,
    /// Links of the reference on the way of a right shortcut.
    skipped: BTreeSet<&'a LinkId>,
    counts: Counts,
}

/// Whether a shortcut comes to the same as the steps that it skips.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Found {
    Right,
    Wrong,
    /// Not on the routes that were looked at, and there are others.
    Open,
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
        let (words, open) = (Words::new(reference, reading), Open::new(reference, reading));
        Self { reference, web, reading, words, pairs, open, skipped: BTreeSet::new(), counts }
    }

    /// Marks a map whose nodes are known.
    pub(super) fn mark(mut self, student: &Pathway, same: &Same<'a, '_>) -> (Vec<Remark>, Counts) {
        let mut remarks: Vec<Option<Remark>> = Vec::new();
        let known = |id| same.known.get(id).copied();
        let placed: Vec<Placed> = student
            .links()
            .filter_map(|link| Some(Placed { link, from: known(&link.from)?, to: known(&link.to)? }))
            .collect();
        self.counts.unmarked = student.links().len() - placed.len();
        remarks.resize_with(placed.len(), || None);
        // The best reading of each link first, so that none takes what another one fits better.
        for pass in [Self::correct, Self::wrong_sign, Self::reversed] {
            for (remark, link) in remarks.iter_mut().zip(&placed).filter(|(remark, _)| remark.is_none()) {
                *remark = pass(&mut self, *link);
            }
        }
        // What is said a second time says nothing new; only where the reference says it twice as well, it has found a link.
        let mut said = BTreeSet::new();
        let mut made = Vec::new();
        for (remark, drawn) in remarks.into_iter().zip(&placed) {
            let fresh = said.insert((drawn.from, drawn.to, drawn.link.effect_in(self.reading)));
            if remark.is_some() || fresh {
                made.push(remark.unwrap_or_else(|| self.other(*drawn)));
            } else {
                self.counts.repeated += 1;
            }
        }
        let mut remarks = made;
        remarks.extend(self.unknown(student, same));
        remarks.extend(self.missing());
        (remarks, self.counts)
    }

    fn correct(&mut self, drawn: Placed<'a, '_>) -> Option<Remark> {
        let link = self.open.take(drawn.from, drawn.to, Some(drawn.link.effect_in(self.reading)))?;
        self.counts.correct += 1;
        Some(remark(RemarkKind::Correct, self.words.correct(link), drawn.link, &[link]))
    }

    fn wrong_sign(&mut self, drawn: Placed<'a, '_>) -> Option<Remark> {
        let link = self.open.take(drawn.from, drawn.to, None)?;
        self.counts.wrong_sign += 1;
        let sentence = self.words.wrong_sign(link, drawn.link.effect_in(self.reading));
        Some(remark(RemarkKind::WrongSign, sentence, drawn.link, &[link]))
    }

    fn reversed(&mut self, drawn: Placed<'a, '_>) -> Option<Remark> {
        // Where the reference leads this way too, the link is one too many, not turned round.
        if drawn.from == drawn.to || self.pairs.contains_key(&(drawn.from, drawn.to)) {
            return None;
        }
        let effect = drawn.link.effect_in(self.reading);
        let link = self.open.take(drawn.to, drawn.from, Some(effect));
        let link = link.or_else(|| self.open.take(drawn.to, drawn.from, None))?;
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
        let Some((steps, found)) = searched.then(|| self.steps(drawn, effect)).flatten() else {
            self.counts.extra += 1;
            let sentence = self.words.extra(drawn.from, drawn.to, searched);
            let mut made = remark(RemarkKind::Extra, sentence, drawn.link, &[]);
            made.nodes = vec![drawn.from.clone(), drawn.to.clone()];
            return made;
        };
        let kind = match found {
            Found::Right => {
                self.counts.shortcuts += 1;
                self.skipped.extend(steps.iter().map(|link| &link.id));
                RemarkKind::Shortcut
            }
            Found::Wrong => {
                self.counts.shortcuts_wrong_sign += 1;
                RemarkKind::ShortcutWrongSign
            }
            Found::Open => {
                self.counts.shortcuts_open += 1;
                RemarkKind::ShortcutOpen
            }
        };
        remark(kind, self.words.shortcut(&steps, effect, kind), drawn.link, &steps)
    }

    /// The steps by which the reference gets where a link leads: the shortest route that comes to the same effect, else
    /// the shortest of all; and whether it comes to the same, as far as that is certain.
    fn steps(&self, drawn: Placed<'a, '_>, effect: Effect) -> Option<(Vec<&'a Link>, Found)> {
        let (from, to) = (self.web.number(drawn.from)?, self.web.number(drawn.to)?);
        let right = |sign: i8| match effect {
            Effect::Raises => sign == 1,
            Effect::Lowers => sign == -1,
            Effect::Mixed | Effect::Unknown => sign == 0,
            Effect::NoEffect => false,
        };
        let mut all_seen = false;
        for length in LENGTHS {
            let found = survey(self.web, from, to, Limits { length, ..LIMITS });
            let links = |place: &usize| found.links(*place).len();
            if let Some(place) = (0..found.len()).filter(|&place| right(found.sign(place))).min_by_key(links) {
                return Some((self.named(found.links(place)), Found::Right));
            }
            if found.cut_by.is_none() {
                all_seen = true;
                break;
            }
        }
        // A way that is longer than those looked at is still a way.
        let steps = self.web.shortest(from, to, |_| true).filter(|links| !links.is_empty())?;
        let certain = certain_sign(self.web, from, to);
        let found = match certain {
            _ if right(steps.iter().map(|&link| self.web.sign(link)).product()) => Found::Right,
            Some(sign) if right(sign) => Found::Right,
            None if !all_seen && effect != Effect::NoEffect => Found::Open,
            Some(_) | None => Found::Wrong,
        };
        Some((self.named(&steps), found))
    }

    fn named(&self, links: &[u32]) -> Vec<&'a Link> {
        links.iter().filter_map(|&link| self.reference.link(&self.web.link(link).id)).map(|link| &**link).collect()
    }

    /// Nodes that the reference does not know, or not for certain, in the order of the map.
    fn unknown(&mut self, student: &Pathway, same: &Same<'a, '_>) -> Vec<Remark> {
        self.counts.unknown_nodes = same.strangers.len();
        let sentences = self.words.unknown(&same.strangers);
        let made = same.strangers.iter().zip(sentences).map(|((node, _), (sentence, meant))| {
            let touching = student.causes_of(&node.id).into_iter().chain(student.effects_of(&node.id));
            let drawn: BTreeSet<LinkId> = touching.map(|link| link.id.clone()).collect();
            Remark {
                kind: RemarkKind::UnknownNode,
                sentence,
                drawn: drawn.into_iter().collect(),
                links: Vec::new(),
                nodes: meant,
                sources: Vec::new(),
            }
        });
        made.collect()
    }

    /// Links of the reference that the map lacks, in the order of the reference; those that a right shortcut skips have
    /// been spoken of.
    fn missing(&mut self) -> Vec<Remark> {
        let lacking: Vec<&Link> =
            self.reference.links().map(|link| &**link).filter(|link| !self.open.is_drawn(&link.id)).collect();
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
