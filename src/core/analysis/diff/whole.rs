//! Differences between bibliographies, lanes, tours, and what is said of a pathway as a whole.

use std::collections::{BTreeMap, BTreeSet};

use super::{Field, Found, Item, Matching, found::Pair};
use crate::model::{About, Lane, LaneId, LinkId, NodeId, Pathway, Source, SourceId, SourceKind, Tour, TourId};

/// Compares lanes, sources, tours and the whole, in that order.
pub(super) fn compare(found: &mut Found<'_>, matching: &Matching) {
    lanes(found);
    sources(found);
    tours(found, matching);
    about(found);
}

/// Lanes are the same by their ids, else by their names.
fn lanes(found: &mut Found<'_>) {
    let (before, after) = (found.sides.before, found.sides.after);
    let plain = |lane: &Lane| lane.label.trim().to_lowercase();
    let fresh = |lane: &Lane| before.lane(&lane.id).is_none();
    let mut named: BTreeMap<String, &LaneId> = BTreeMap::new();
    for lane in after.lanes().iter().filter(|lane| fresh(lane)) {
        named.entry(plain(lane)).or_insert(&lane.id);
    }
    let mut later: BTreeMap<&LaneId, &LaneId> = BTreeMap::new();
    let mut taken: BTreeSet<&LaneId> = BTreeSet::new();
    for lane in before.lanes() {
        let same = after.lane(&lane.id).map(|lane| &lane.id);
        let same = same.or_else(|| named.get(&plain(lane)).copied()).filter(|&id| taken.insert(id));
        match same {
            Some(id) => drop(later.insert(&lane.id, id)),
            None => found.only_first(Item::Lane(lane.id.clone()), &format!("the lane “{}”", lane.label)),
        }
    }
    for lane in after.lanes().iter().filter(|lane| !taken.contains(&lane.id)) {
        found.only_second(Item::Lane(lane.id.clone()), &format!("the lane “{}”", lane.label));
    }
    for (old, new) in &later {
        let (Some(old), Some(new)) = (before.lane(old), after.lane(new)) else { continue };
        let name = format!("the lane “{}”", new.label);
        let mut pair = found.pair(Item::Lane(old.id.clone()), Item::Lane(new.id.clone()), name);
        if old.id == new.id {
            pair.value(Field::Label, &old.label, &new.label);
        }
        pair.text(Field::Extra, old.extra != new.extra);
    }
    let first: Vec<&LaneId> = before.lanes().iter().filter_map(|lane| later.get(&lane.id).copied()).collect();
    let second: Vec<&LaneId> = after.lanes().iter().map(|lane| &lane.id).filter(|id| taken.contains(id)).collect();
    whole(found).text(Field::LaneOrder, first != second);
}

fn sources(found: &mut Found<'_>) {
    let sides = found.sides;
    let there: BTreeSet<&SourceId> = sides.after.sources().iter().map(|source| &source.id).collect();
    let mut kept: BTreeMap<&SourceId, &Source> = BTreeMap::new();
    for source in sides.before.sources() {
        let later = sides.papers.later(&source.id);
        if there.contains(later) {
            kept.insert(later, source);
        } else {
            found.only_first(Item::Source(source.id.clone()), &entry_name(source));
        }
    }
    for new in sides.after.sources() {
        let Some(old) = kept.get(&new.id) else {
            found.only_second(Item::Source(new.id.clone()), &entry_name(new));
            continue;
        };
        let mut pair = found.pair(Item::Source(old.id.clone()), Item::Source(new.id.clone()), entry_name(new));
        let kind = |source: &Source| source.kind.map_or("", SourceKind::name);
        pair.value(Field::Publication, kind(old), kind(new));
        pair.value(Field::Authors, &old.authors, &new.authors);
        pair.value(Field::Year, &year(old), &year(new));
        pair.value(Field::Title, &old.title, &new.title);
        pair.value(Field::Venue, &old.venue, &new.venue);
        let given = |value: &Option<String>| value.clone().unwrap_or_default();
        if !same_doi(old, new) {
            pair.value(Field::Doi, &given(&old.doi), &given(&new.doi));
        }
        pair.value(Field::PubMed, &given(&old.pmid), &given(&new.pmid));
        pair.value(Field::Address, &given(&old.url), &given(&new.url));
        pair.value(Field::Citation, old.citation.name(), new.citation.name());
        pair.text(Field::Extra, old.extra != new.extra);
    }
}

/// What a source is called: by its authors, else by its title, else by its id.
fn entry_name(source: &Source) -> String {
    let names = [source.authors.trim(), source.title.trim()].map(|text| !text.is_empty());
    match names {
        [true, _] => format!("the source “{}”", source.short()),
        [false, true] => format!("the source “{}”", source.title),
        [false, false] => format!("the source “{}”", source.id),
    }
}

/// A year that was not written is 0.
fn year(source: &Source) -> String {
    if source.year == 0 { String::new() } else { source.year.to_string() }
}

/// Capitals mean nothing in a DOI.
fn same_doi(one: &Source, other: &Source) -> bool {
    one.doi.as_ref().map(|doi| doi.to_lowercase()) == other.doi.as_ref().map(|doi| doi.to_lowercase())
}

fn tours(found: &mut Found<'_>, matching: &Matching) {
    let (before, after) = (found.sides.before, found.sides.after);
    let name = |tour: &Tour| format!("the tour “{}”", tour.title);
    let kept = same_tours(before, after);
    for tour in before.tours().iter().filter(|tour| !kept.contains_key(&tour.id)) {
        found.only_first(Item::Tour(tour.id.clone()), &name(tour));
    }
    let earlier: BTreeMap<&TourId, &TourId> = kept.iter().map(|(old, new)| (*new, *old)).collect();
    for new in after.tours() {
        let old = earlier.get(&new.id).and_then(|id| before.tours().iter().find(|tour| tour.id == **id));
        let Some(old) = old else {
            found.only_second(Item::Tour(new.id.clone()), &name(new));
            continue;
        };
        let mut pair = found.pair(Item::Tour(old.id.clone()), Item::Tour(new.id.clone()), name(new));
        pair.value(Field::Title, &old.title, &new.title);
        pair.text(Field::Steps, later(old, matching, &kept).steps != new.steps);
        pair.text(Field::Extra, old.extra != new.extra);
    }
}

/// Tours are the same by their ids, else by their titles, the first of several with the first; by the id before.
fn same_tours<'a>(before: &'a Pathway, after: &'a Pathway) -> BTreeMap<&'a TourId, &'a TourId> {
    let there = |pathway: &Pathway, tour: &Tour| pathway.tours().iter().any(|other| other.id == tour.id);
    let plain = |tour: &Tour| tour.title.trim().to_lowercase();
    let mut fresh: Vec<&Tour> = after.tours().iter().map(|tour| &**tour).filter(|tour| !there(before, tour)).collect();
    let mut same = BTreeMap::new();
    for tour in before.tours() {
        if there(after, tour) {
            same.insert(&tour.id, &tour.id);
        } else if let Some(at) = fresh.iter().position(|other| plain(other) == plain(tour)) {
            same.insert(&tour.id, &fresh.remove(at).id);
        }
    }
    same
}

/// A tour of the first pathway with the ids that its nodes, links and ways to tours have in the second.
fn later(tour: &Tour, matching: &Matching, tours: &BTreeMap<&TourId, &TourId>) -> Tour {
    let node = |id: &NodeId| matching.nodes.get(id).unwrap_or(id).clone();
    let name = |name: &String| {
        let link = || matching.link(&LinkId::new(name)).map(|pair| pair.after.to_string());
        let node = matching.nodes.get(&NodeId::new(name)).map(ToString::to_string);
        node.or_else(link).unwrap_or_else(|| name.clone())
    };
    let mut tour = tour.clone();
    for step in &mut tour.steps {
        step.show = step.show.iter().map(name).collect();
        if let Some(predict) = &mut step.predict {
            predict.raise = predict.raise.iter().map(node).collect();
            predict.lower = predict.lower.iter().map(node).collect();
            predict.block = predict.block.iter().map(name).collect();
            predict.ask = node(&predict.ask);
        }
        for branch in &mut step.branches {
            if let Some(tour) = tours.get(&branch.tour) {
                branch.tour = (*tour).clone();
            }
        }
    }
    tour
}

fn about(found: &mut Found<'_>) {
    let (old, new) = (found.sides.before.about(), found.sides.after.about());
    let mut pair = whole(found);
    pair.text(Field::Title, old.title != new.title);
    pair.text(Field::Summary, old.summary != new.summary);
    pair.value(Field::Language, &old.language, &new.language);
    pair.value(Field::Licence, &old.license, &new.license);
    pair.value(Field::Reviewed, &old.reviewed, &new.reviewed);
    let format = |about: &About| format!("{}.{}", about.format.0, about.format.1);
    pair.value(Field::Format, &format(old), &format(new));
    pair.text(Field::Extra, old.extra != new.extra);
}

fn whole<'f, 'a>(found: &'f mut Found<'a>) -> Pair<'f, 'a> {
    found.pair(Item::Pathway, Item::Pathway, "the pathway".to_owned())
}
