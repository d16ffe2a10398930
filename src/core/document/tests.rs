//! History under fire: undo and redo against plain lists of states.

use std::path::PathBuf;

use proptest::prelude::*;

use super::*;
use crate::model::{Change, Effect, Kind, Link, Node, Note, Step as TourStep, Tour, notation};

fn document(text: &str) -> Document {
    Document::new(notation::parse(text).expect("the test's own notation"), None)
}

fn add(id: &str) -> Edit {
    Edit::one(&format!("add {id}"), Change::AddNode(Node::new(id, id, Kind::Other, "all")))
}

fn rename(id: &str, label: &str, merge: Option<&str>) -> Edit {
    let node = Node::new(id, label, Kind::Other, "all");
    Edit { label: format!("rename {id}"), merge: merge.map(str::to_owned), changes: vec![Change::SetNode(node)] }
}

#[test]
fn undo_returns_to_the_same_revision() {
    let mut doc = document("a -> b");
    let before = doc.revision();
    doc.apply(&add("c")).expect("c is new");
    assert!(doc.is_changed());
    assert_eq!(doc.undo_label(), Some("add c"));
    assert!(doc.undo());
    assert_eq!(doc.revision(), before);
    assert!(!doc.is_changed());
    assert_eq!(doc.redo_label(), Some("add c"));
    assert!(doc.redo());
    assert!(!doc.redo());
}

#[test]
fn a_refused_edit_leaves_everything() {
    let mut doc = document("a -> b");
    let before = doc.revision();
    assert!(doc.apply(&add("a")).is_err());
    assert_eq!((doc.revision(), doc.undo_label()), (before, None));
}

#[test]
fn one_gesture_is_one_step() {
    let mut doc = document("a -> b");
    for label in ["A1", "A2", "A3"] {
        doc.apply(&rename("a", label, Some("rename a"))).expect("a exists");
    }
    doc.apply(&rename("b", "B", Some("rename b"))).expect("b exists");
    assert!(doc.undo());
    assert_eq!(doc.pathway().label(&"a".into()), "A3");
    assert!(doc.undo());
    assert_eq!(doc.pathway().label(&"a".into()), "a");
    assert!(!doc.undo());
}

#[test]
fn a_gesture_does_not_swallow_a_saved_state() {
    let mut doc = document("a -> b");
    doc.apply(&rename("a", "A1", Some("rename a"))).expect("a exists");
    doc.mark_saved(doc.revision(), PathBuf::from("x"));
    doc.apply(&rename("a", "A2", Some("rename a"))).expect("a exists");
    assert!(doc.undo());
    assert!(!doc.is_changed());
}

#[test]
fn ids_are_never_used_again() {
    let mut doc = document("a -> b");
    assert_eq!(doc.mint("a"), "a_2");
    assert_eq!(doc.mint("a"), "a_3");
    doc.apply(&add("c")).expect("c is new");
    assert!(doc.undo());
    assert_eq!(doc.mint("c"), "c_2");
}

#[test]
fn no_id_is_minted_that_something_speaks_of() {
    let mut parts = notation::parse("a").expect("the test's own notation").parts();
    parts.nodes[0].lane = "elsewhere".into();
    parts.nodes[0].notes = vec![Note { text: "A remark.".into(), sources: vec!["lost2001".into()], extra: Vec::new() }];
    parts.links = vec![Link::new("loose", "a", "b", Effect::Raises)];
    parts.tours = vec![Tour {
        id: "t".into(),
        title: "T".into(),
        steps: vec![TourStep::new(["gone"], "It is gone.")],
        extra: Vec::new(),
    }];
    let pathway = Pathway::from_parts(parts, Vec::new());
    assert_eq!(pathway.misfits().len(), 1, "{:?}", pathway.misfits());
    let mut doc = Document::new(pathway, None);
    for id in ["all", "a", "elsewhere", "loose", "b", "lost2001", "t", "gone"] {
        assert_eq!(doc.mint(id), format!("{id}_2"));
    }
}

#[test]
fn a_minted_id_is_never_too_long() {
    let mut doc = document("a");
    let long = "x".repeat(MAX_ID_BYTES + 9);
    let ids = [doc.mint(&long), doc.mint(&long), doc.mint(&long)];
    assert_eq!(ids.each_ref().map(String::len), [MAX_ID_BYTES; 3]);
    assert_eq!(ids.each_ref().map(|id| &id[MAX_ID_BYTES - 2..]), ["xx", "_2", "_3"]);
}

#[test]
fn steps_are_listed_and_gone_to() {
    let mut doc = document("a -> b");
    let states: Vec<_> = ["c", "d", "e"]
        .map(|id| {
            doc.apply(&add(id)).expect("it is new");
            (doc.revision(), Arc::clone(doc.pathway()))
        })
        .into();
    let labels: Vec<&str> = doc.steps().iter().map(Step::label).collect();
    assert_eq!((labels, doc.position()), (vec!["add c", "add d", "add e"], 3));
    doc.mark_saved(states[1].0, PathBuf::from("x"));
    assert!(doc.go_to(1) && !doc.go_to(1) && !doc.go_to(4));
    assert_eq!((doc.revision(), doc.pathway()), (states[0].0, &states[0].1));
    assert_eq!((doc.undo_label(), doc.redo_label()), (Some("add c"), Some("add d")));
    assert_eq!((doc.saved_position(), doc.is_changed(), doc.steps().len()), (Some(2), true, 3));
    assert!(doc.go_to(3));
    assert_eq!((doc.revision(), doc.pathway()), (states[2].0, &states[2].1));
    assert!(doc.go_to(0));
    doc.apply(&add("f")).expect("it is new");
    let labels: Vec<&str> = doc.steps().iter().map(Step::label).collect();
    assert_eq!((labels, doc.saved_position()), (vec!["add f"], None), "what was saved is no step any more");
}

#[test]
fn what_changes_nothing_is_no_step() {
    let mut doc = document("a -> b");
    doc.apply(&add("c")).expect("c is new");
    doc.undo();
    doc.apply(&rename("a", "a", None)).expect("a exists");
    assert_eq!((doc.is_changed(), doc.undo_label(), doc.redo_label()), (false, None, Some("add c")));
}

#[test]
fn a_gesture_ends_where_something_is_undone() {
    let mut doc = document("a");
    let typed = |label: &str, doc: &mut Document| doc.apply(&rename("a", label, Some("a"))).expect("a exists");
    typed("A1", &mut doc);
    assert!(doc.undo() && doc.redo());
    typed("A2", &mut doc);
    typed("A3", &mut doc);
    assert_eq!(doc.steps().len(), 2);
    doc.undo();
    assert_eq!(doc.pathway().label(&"a".into()), "A1");
    doc.redo();
    assert_eq!(doc.pathway().label(&"a".into()), "A3");
}

/// A gesture that adds, moves and removes on its way is undone as a whole, and keeps one change of what it changes again
/// and again.
#[test]
fn a_gesture_of_many_changes_is_one_step() {
    let mut doc = document("a -> b; b -> c; c -> a");
    let before = Arc::clone(doc.pathway());
    let node = |label: &str| Node::new("d", label, Kind::Other, "all");
    let mut go_on = |change: Change| {
        let edit = Edit { merge: Some("drag".into()), ..Edit::one("drag", change) };
        doc.apply(&edit).expect("it can be done");
    };
    go_on(Change::AddNode(node("D")));
    (0..50).for_each(|i| go_on(Change::SetNode(node(&i.to_string()))));
    go_on(Change::RemoveNode("b".into()));
    (50..99).for_each(|i| go_on(Change::SetNode(node(&i.to_string()))));
    go_on(Change::AddLink(Link::new("x", "d", "a", Effect::Lowers)));
    let after = Arc::clone(doc.pathway());
    assert_eq!(doc.steps().len(), 1);
    assert_eq!(doc.steps()[0].deltas.len(), 5, "d with its last label, two links and b gone, one link more");
    doc.undo();
    assert_eq!(doc.pathway(), &before);
    doc.redo();
    assert_eq!((doc.pathway(), doc.pathway().label(&"d".into())), (&after, "98"));
}

#[test]
fn only_what_could_be_lost_is_asked_about() {
    let new = Document::new_unsaved(Pathway::default(), None);
    assert!(!new.is_changed() && new.path().is_none());
    let mut begun = new.clone();
    let lane = crate::model::Lane { id: "all".into(), label: "All".into(), extra: Vec::new() };
    begun.apply(&Edit::one("add a lane", Change::AddLane(lane))).expect("it is new");
    assert!(begun.is_changed());
    begun.undo();
    assert!(!begun.is_changed());
    let pasted = notation::parse("a -> b").expect("the test's own notation");
    assert!(Document::new_unsaved(pasted.clone(), None).is_changed());
    let recovered = Document::new_unsaved(Pathway::default(), Some("x".into()));
    assert!(recovered.is_changed(), "its file may hold what is gone here");
    assert!(!Document::new(pasted, None).is_changed());
}

/// A random act on a document over the nodes n0..n5.
fn act() -> impl Strategy<Value = (u8, u8, u8)> {
    (0u8..7, 0u8..6, 0u8..6)
}

fn edit_of((what, x, y): (u8, u8, u8)) -> Edit {
    let (a, b) = (format!("n{x}"), format!("n{y}"));
    let change = match what {
        0 | 1 => Change::AddNode(Node::new(&a, &a, Kind::Other, "all")),
        2 => Change::AddLink(Link::new(&format!("{a}_{b}"), &a, &b, Effect::Raises)),
        3 => Change::RemoveNode(a.as_str().into()),
        _ => Change::RemoveLink(format!("{a}_{b}").as_str().into()),
    };
    Edit::one("random", change)
}

proptest! {
    /// Undo and redo walk exactly the states that edits made, whatever the edits were.
    #[test]
    fn history_agrees_with_a_plain_list(acts in proptest::collection::vec(act(), 0..80)) {
        let mut doc = document("");
        let mut states = vec![Arc::clone(doc.pathway())];
        let mut at = 0;
        for act in acts {
            match act.0 {
                5 => { if doc.undo() { at -= 1; } else { prop_assert_eq!(at, 0); } }
                6 => { if doc.redo() { at += 1; } else { prop_assert_eq!(at + 1, states.len()); } }
                _ => if doc.apply(&edit_of(act)).is_ok() {
                    states.truncate(at + 1);
                    states.push(Arc::clone(doc.pathway()));
                    at += 1;
                },
            }
            prop_assert_eq!(&**doc.pathway(), &*states[at]);
            prop_assert_eq!(doc.is_changed(), at != 0 || doc.revision() != Revision(0));
        }
    }
}
