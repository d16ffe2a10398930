//! Links of several pathways: joined where they lead from the same node to the same node.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    conflict::{ConflictKind, Conflicts},
    sources::Renamed,
    table::{Table, numbered},
};
use crate::model::{Effect, Evidence, Grade, Link, LinkId, NodeId, Pathway, Popular, SourceId, Stance};

/// The links so far.
#[derive(Default)]
pub(super) struct Links {
    table: Table<LinkId, Draft>,
}

/// What makes two links between the same nodes one: an id, an effect, or neither.
type Alike<'a> = (Option<&'a LinkId>, Option<Effect>);

/// A link, and the id that it came with.
struct Draft {
    link: Link,
    named: LinkId,
}

impl Links {
    /// Adds the links of a pathway, and says which have other ids now.
    pub(super) fn take(
        &mut self,
        pathway: &Pathway,
        sources: &Renamed,
        conflicts: &mut Conflicts,
    ) -> BTreeMap<LinkId, LinkId> {
        let mut renamed = BTreeMap::new();
        let homes = self.homes(pathway);
        for (link, home) in pathway.links().zip(homes) {
            let link = with_sources(link, sources);
            let named = link.id.clone();
            let id = match home.and_then(|place| self.table.at_mut(place)) {
                Some(draft) => {
                    join(&mut draft.link, &link, conflicts);
                    draft.link.id.clone()
                }
                None => self.add(link, pathway, conflicts),
            };
            if id != named {
                renamed.insert(named, id);
            }
        }
        renamed
    }

    pub(super) fn into_list(self) -> Vec<Link> {
        self.table.into_list().into_iter().map(|draft| draft.link).collect()
    }

    /// For each link of a pathway, the link so far that it joins: one with its id, else with its effect, else the
    /// first that no other link of this pathway joins.
    fn homes(&self, pathway: &Pathway) -> Vec<Option<usize>> {
        let mut homes = vec![None; pathway.links().len()];
        let mut taken = BTreeSet::new();
        let alike: [fn(&Draft) -> Alike<'_>; 3] =
            [|draft| (Some(&draft.named), None), |draft| (None, Some(draft.link.effect)), |_| (None, None)];
        let wanted: [fn(&Link) -> Alike<'_>; 3] =
            [|link| (Some(&link.id), None), |link| (None, Some(link.effect)), |_| (None, None)];
        for (alike, wanted) in alike.into_iter().zip(wanted) {
            let mut open = self.sorted(alike);
            for (link, home) in pathway.links().zip(&mut homes).filter(|(_, home)| home.is_none()) {
                // What is taken stays so: each list only goes forward.
                let places = open.get_mut(&(&link.from, &link.to, wanted(link)));
                *home = places.and_then(|places| places.find(|place| taken.insert(*place)));
            }
        }
        homes
    }

    /// The links so far by their ends and by what makes them alike, in their order.
    fn sorted<'a>(
        &'a self,
        alike: fn(&'a Draft) -> Alike<'a>,
    ) -> BTreeMap<(&'a NodeId, &'a NodeId, Alike<'a>), std::vec::IntoIter<usize>> {
        let mut sorted: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (place, draft) in self.table.list().iter().enumerate() {
            sorted.entry((&draft.link.from, &draft.link.to, alike(draft))).or_default().push(place);
        }
        sorted.into_iter().map(|(key, places)| (key, places.into_iter())).collect()
    }

    /// Adds a link that no link so far resembles; an id in use gets a number.
    fn add(&mut self, link: Link, pathway: &Pathway, conflicts: &mut Conflicts) -> LinkId {
        let named = link.id.clone();
        let mut id = named.clone();
        let mut count = 1;
        while self.table.get(&id).is_some() || (id != named && pathway.link(&id).is_some()) {
            count += 1;
            id = LinkId::new(&numbered(named.as_str(), count));
        }
        if let Some(first) = self.table.get(&named) {
            let other = format!("{} (now {id})", ends(&link));
            conflicts.add(ConflictKind::Ends, named.as_str(), &ends(&first.link), &other);
        }
        self.table.push(id.clone(), Draft { link: Link { id: id.clone(), ..link }, named });
        id
    }
}

fn ends(link: &Link) -> String {
    format!("{} -> {}", link.from, link.to)
}

/// The link with the ids that its sources have here.
fn with_sources(link: &Link, renamed: &Renamed) -> Link {
    let mut link = link.clone();
    for evidence in &mut link.evidence {
        renamed.apply(&mut evidence.source);
    }
    link
}

fn join(kept: &mut Link, other: &Link, conflicts: &mut Conflicts) {
    let name = kept.id.clone();
    let id = name.as_str();
    conflicts.word(ConflictKind::Effect, id, kept.effect.label(), other.effect.label());
    join_grades(kept, other, conflicts);
    conflicts.text(ConflictKind::LinkExplanation, id, &mut kept.explanation, &other.explanation);
    conflicts.levels(ConflictKind::LinkExplanation, id, &mut kept.levels, &other.levels);
    conflicts.option(ConflictKind::Delay, id, (&mut kept.delay, &other.delay), |delay| delay.label());
    conflicts.option(ConflictKind::HoldsWhen, id, (&mut kept.holds_when, &other.holds_when), String::as_str);
    let news = unite_evidence(id, &mut kept.evidence, &other.evidence, conflicts);
    join_no_source(kept, other, news, conflicts);
    join_popular(kept, other, conflicts);
    kept.returns |= other.returns;
    conflicts.extra(id, &mut kept.extra, &other.extra);
}

/// Keeps the more cautious grade. "No evidence was found" is not cautious where the other pathway has evidence.
fn join_grades(kept: &mut Link, other: &Link, conflicts: &mut Conflicts) {
    if kept.grade == other.grade {
        return;
    }
    let outdone = |one: &Link, by: &Link| one.grade == Grade::X && one.evidence.is_empty() && !by.evidence.is_empty();
    let grade = if outdone(kept, other) || (other.grade > kept.grade && !outdone(other, kept)) {
        std::mem::replace(&mut kept.grade, other.grade)
    } else {
        other.grade
    };
    conflicts.add(ConflictKind::Grade, kept.id.as_str(), kept.grade.name(), grade.name());
}

type Finding = (SourceId, Stance, String);

fn finding(evidence: &Evidence) -> Finding {
    (evidence.source.clone(), evidence.stance, evidence.finding.clone())
}

/// All that an item says, to be sorted by.
fn whole(e: &Evidence) -> impl Ord + use<> {
    (finding(e), e.design, e.species.clone(), e.sample.clone(), e.locator.clone(), e.extra.clone())
}

/// Adds evidence that is not there yet, and says whether there was any.
fn unite_evidence(id: &str, kept: &mut Vec<Evidence>, more: &[Evidence], conflicts: &mut Conflicts) -> bool {
    let known = kept.len();
    let exact: BTreeSet<_> = kept.iter().map(whole).collect();
    let mut place: BTreeMap<Finding, usize> = BTreeMap::new();
    for (at, evidence) in kept.iter().enumerate() {
        place.entry(finding(evidence)).or_insert(at);
    }
    for evidence in more.iter().filter(|evidence| !exact.contains(&whole(evidence))) {
        let at = *place.entry(finding(evidence)).or_insert(kept.len());
        match kept.get_mut(at) {
            Some(first) => join_evidence(id, first, evidence, conflicts),
            None => kept.push(evidence.clone()),
        }
    }
    kept.len() > known
}

/// Fills what the first item does not say, and tells what the two say differently of the same finding.
fn join_evidence(id: &str, kept: &mut Evidence, other: &Evidence, conflicts: &mut Conflicts) {
    let line = |evidence: &Evidence| {
        let species = evidence.species.join(" and ");
        let parts = [evidence.source.as_str(), evidence.design.label(), &species, &evidence.sample];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    if kept.sample.is_empty() {
        kept.sample.clone_from(&other.sample);
    }
    let same_sample = other.sample.is_empty() || kept.sample == other.sample;
    if (kept.design, &kept.species) != (other.design, &other.species) || !same_sample {
        conflicts.add(ConflictKind::Evidence, id, &line(kept), &line(other));
    }
    conflicts.option(ConflictKind::Evidence, id, (&mut kept.locator, &other.locator), String::as_str);
    conflicts.extra(id, &mut kept.extra, &other.extra);
}

/// "No source found" stays only where all evidence was known to the one who said so.
fn join_no_source(kept: &mut Link, other: &Link, news: bool, conflicts: &mut Conflicts) {
    let known: BTreeSet<Finding> = other.evidence.iter().map(finding).collect();
    let complete = kept.evidence.iter().all(|evidence| known.contains(&finding(evidence)));
    let outdone = if news { kept.no_source_found.take() } else { None };
    let refused = other.no_source_found.as_ref().filter(|_| !complete);
    if complete {
        let both = (&mut kept.no_source_found, &other.no_source_found);
        conflicts.option(ConflictKind::NoSource, kept.id.as_str(), both, String::as_str);
    }
    for text in outdone.iter().chain(refused).filter(|text| !text.is_empty()) {
        if kept.no_source_found.as_ref() != Some(text) {
            conflicts.add(ConflictKind::NoSource, kept.id.as_str(), "the evidence", text);
        }
    }
}

/// Keeps the first reading, and tells of every other.
fn join_popular(kept: &mut Link, other: &Link, conflicts: &mut Conflicts) {
    let Some(new) = &other.popular else { return };
    let Some(old) = &mut kept.popular else {
        kept.popular = Some(new.clone());
        return;
    };
    let id = kept.id.as_str();
    let line = |popular: &Popular| format!("{}: {}", popular.effect.label(), popular.says);
    let note = |popular: &Popular| format!("note: {}", if popular.note.is_empty() { "none" } else { &popular.note });
    conflicts.word(ConflictKind::Popular, id, &line(old), &line(new));
    if !new.note.is_empty() {
        conflicts.word(ConflictKind::Popular, id, &note(old), &note(new));
    }
    conflicts.extra(id, &mut old.extra, &new.extra);
}
