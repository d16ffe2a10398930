//! History under fire: undo and redo against plain lists of states.

use std::path::PathBuf;

use proptest::prelude::*;

use super::*;
use crate::model::{Effect, Kind, Link, Node, notation};

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
fn the_oldest_steps_are_forgotten() {
    let mut doc = document("a");
    for i in 0..MAX_STEPS + 20 {
        doc.apply(&rename("a", &i.to_string(), None)).expect("a exists");
    }
    let mut steps = 0;
    while doc.undo() {
        steps += 1;
    }
    assert_eq!(steps, MAX_STEPS);
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
