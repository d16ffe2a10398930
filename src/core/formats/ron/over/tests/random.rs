//! A thousand changes by lot in each of many files.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::{
        super::{
            read::contents,
            scan::{Scan, Token},
            text::decode,
            write::{LISTS, save},
        },
        bracket::{Bracket, Old},
        merge::field,
    },
    Pathway,
    edits::Lot,
    layouts, over, read,
};
use crate::model::{Change, Edit};

/// What a record is: its list and its id.
type Key = (&'static str, String);

/// The text of each record of a file with all that belongs to it, and its comments.
fn records(text: &str) -> BTreeMap<Key, String> {
    let text = decode(text.as_bytes()).expect("it is text");
    let contents = contents(&text).expect("it can be read");
    let old = Old { text: &text, outline: &contents.outline };
    let mut found = BTreeMap::new();
    let body = Bracket::of(old, contents.body).expect("a bracket");
    for chunk in &body.chunks {
        let Some((name, value)) = field(old, &chunk.piece) else { continue };
        let Some(list) = LISTS.iter().find(|list| **list == name) else { continue };
        for chunk in Bracket::of(old, value.start).map(|list| list.chunks).unwrap_or_default() {
            let Some(subject) = contents.places.get(&chunk.piece.start) else { continue };
            found.insert((*list, format!("{subject:?}")), old.get(chunk.from..chunk.to).to_owned());
        }
    }
    found
}

fn comments(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n");
    Scan::new(&text).filter(|(token, _)| *token == Token::Comment).map(|(_, range)| text[range].to_owned()).collect()
}

fn without_last_comma(text: &str) -> String {
    text.replace(',', "")
}

/// What a file has besides its records, without commas and without lists that are empty.
fn rest(text: &str) -> String {
    let text = decode(text.as_bytes()).expect("it is text");
    let contents = contents(&text).expect("it can be read");
    let old = Old { text: &text, outline: &contents.outline };
    let mut rest = text.to_string();
    let body = Bracket::of(old, contents.body).expect("a bracket");
    for chunk in body.chunks.iter().rev() {
        let Some((name, value)) = field(old, &chunk.piece) else { continue };
        if !LISTS.contains(&name) {
            continue;
        }
        for chunk in Bracket::of(old, value.start).map(|list| list.chunks).unwrap_or_default().iter().rev() {
            rest.replace_range(chunk.from..chunk.to, "");
        }
    }
    let mut rest: String = rest.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    for list in LISTS {
        rest = rest.replace(&format!("{list}:[]"), "");
    }
    rest
}

/// What was changed: the records, those of them that may have lost something nested, and whether the pathway itself was.
#[derive(Default)]
struct Touched {
    records: BTreeSet<Key>,
    gone: BTreeSet<Key>,
}

fn touched(before: &Pathway, after: &Pathway) -> Touched {
    let list = |pathway: &Pathway| {
        let parts = pathway.parts();
        let mut all: BTreeMap<Key, String> = BTreeMap::new();
        all.extend(parts.lanes.iter().map(|r| (("lanes", format!("Lane({:?})", r.id)), format!("{r:?}"))));
        all.extend(parts.nodes.iter().map(|r| (("nodes", format!("Node({:?})", r.id)), format!("{r:?}"))));
        all.extend(parts.links.iter().map(|r| (("links", format!("Link({:?})", r.id)), format!("{r:?}"))));
        all.extend(parts.sources.iter().map(|r| (("sources", format!("Source({:?})", r.id)), format!("{r:?}"))));
        all.extend(parts.tours.iter().map(|r| (("tours", format!("Tour({:?})", r.id)), format!("{r:?}"))));
        all
    };
    let (before, after) = (list(before), list(after));
    let mut touched = Touched::default();
    for (key, record) in &before {
        match after.get(key) {
            None => drop(touched.gone.insert(key.clone())),
            Some(other) if other != record => drop(touched.records.insert(key.clone())),
            Some(_) => {}
        }
    }
    touched
}

/// Everything that saving over promises of one save.
#[track_caller]
fn check(name: &str, before: &str, after: &str, pathways: [&Pathway; 2]) {
    let touched = touched(pathways[0], pathways[1]);
    let (old, new) = (records(before), records(after));
    let mut may_go: Vec<String> = Vec::new();
    for (key, text) in &old {
        if touched.gone.contains(key) {
            may_go.extend(comments(text));
        } else if touched.records.contains(key) {
            // Items of its lists may have gone with what stood in them and directly above.
            may_go.extend(comments(text));
            let kept = new.get(key).map(|text| comments(text)).unwrap_or_default();
            assert!(kept.iter().all(|comment| comments(text).contains(comment)), "{name}: {key:?}");
        } else {
            let now = new.get(key).unwrap_or_else(|| panic!("{name}: {key:?} has gone"));
            assert_eq!(without_last_comma(now), without_last_comma(text), "{name}: {key:?} was not touched");
        }
    }
    if pathways[0].about() == pathways[1].about() {
        assert_eq!(rest(after), rest(before), "{name}: what belongs to no record was touched");
    }
    let kept = comments(after);
    for comment in comments(before) {
        if let Some(at) = may_go.iter().position(|gone| *gone == comment) {
            may_go.remove(at);
        } else {
            assert!(kept.contains(&comment), "{name}: lost {comment}\n{}", super::difference(before, after));
        }
    }
}

fn run(name: &str, text: String, seed: u64, edits: usize) {
    let mut lot = Lot(seed);
    let mut text = text;
    let mut pathway = read(&text);
    let mut made = 0;
    while made < edits {
        let before = pathway.clone();
        for _ in 0..=lot.below(if text.len() < 20_000 { 12 } else { 100 }) {
            let change = lot.change(&pathway);
            // What is in use stays.
            if let Ok(next) = pathway.apply(&Edit::one("", change)) {
                pathway = next;
                made += 1;
            }
        }
        if lot.below(3) == 0 {
            let mut parts = pathway.parts();
            parts.lanes.reverse();
            parts.tours.reverse();
            parts.sources.reverse();
            parts.nodes.reverse();
            let middle = parts.links.len() / 2;
            parts.links.rotate_left(middle);
            pathway = Pathway::from_parts(parts, Vec::new());
        }
        let saved = over(&text, &pathway);
        check(name, &text, &saved, [&before, &pathway]);
        if name == "bundled" {
            assert_eq!(saved, save(&pathway), "a file in the program's own layout keeps to that");
        }
        text = saved;
    }
    // Everything away again, and the file is still one.
    for node in pathway.clone().nodes() {
        pathway = pathway.apply(&Edit::one("", Change::RemoveNode(node.id.clone()))).expect("it is there");
    }
    let saved = over(&text, &pathway);
    check(name, &text, &saved, [&read(&text), &pathway]);
}

#[test]
fn a_thousand_changes_leave_all_else_as_it_stands() {
    for bundled in crate::formats::ron::tests::BUNDLED {
        run("bundled", bundled.to_owned(), 7, 1_000);
    }
}

#[test]
fn any_layout_is_followed() {
    for (seed, (name, text)) in layouts::all(super::COMMENTS).into_iter().enumerate() {
        run(name, text, seed as u64, 1_000);
    }
    for (seed, (name, text)) in layouts::all(super::SKULL).into_iter().enumerate() {
        run(name, text, 100 + seed as u64, 100);
    }
}
