//! What edits make of a pathway, and that they can be taken back to the place.

use super::*;
use crate::model::{Effect, Kind, Parts, notation};

fn pathway(text: &str) -> Pathway {
    notation::parse(text).expect("the test's own notation")
}

fn outline(pathway: &Pathway) -> String {
    notation::write(pathway)
}

#[track_caller]
fn check(before: &str, change: Change, after: Result<&str, EditError>) {
    let before = pathway(before);
    let kept = before.clone();
    let result = before.apply(&Edit::one("test", change)).map(|p| outline(&p));
    assert_eq!(result, after.map(str::to_owned));
    assert_eq!(before, kept, "an edit must not touch the pathway it starts from");
}

#[test]
fn nodes_come_and_go_with_their_links() {
    let node = |id: &str| Node::new(id, id, Kind::Other, "all");
    check("a -> b", Change::AddNode(node("c")), Ok("a -> b\nc\n"));
    check("a -> b", Change::AddNode(node("a")), Err(EditError::Exists("a".into())));
    check("a -> b -| c", Change::RemoveNode("b".into()), Ok("a\nc\n"));
    check("a -> b", Change::RemoveNode("z".into()), Err(EditError::Missing("z".into())));
    check("a -> b", Change::SetNode(node("z")), Err(EditError::Missing("z".into())));
}

#[test]
fn links_need_both_ends() {
    let link = |id, from, to| Link::new(id, from, to, Effect::Lowers);
    check("a -> b", Change::AddLink(link("b_a", "b", "a")), Ok("a -> b\nb -| a\n"));
    check("a -> b", Change::AddLink(link("x", "a", "z")), Err(EditError::Missing("z".into())));
    check("a -> b", Change::AddLink(link("a_b", "a", "b")), Err(EditError::Exists("a_b".into())));
    check("a -> b; b -> c", Change::SetLink(link("a_b", "c", "a")), Ok("c -| a\nb -> c\n"));
    check("a -> b", Change::RemoveLink("a_b".into()), Ok("a\nb\n"));
    check("a -> b", Change::RemoveLink("b_a".into()), Err(EditError::Missing("b_a".into())));
}

#[test]
fn what_is_new_has_a_valid_id() {
    let node = |id: &str| Node::new(id, "A node", Kind::Other, "all");
    for id in ["", "a b", "B", "ä", &"x".repeat(129)] {
        check("a -> b", Change::AddNode(node(id)), Err(EditError::BadId(id.to_owned())));
    }
    let link = Link::new("a b", "a", "b", Effect::Raises);
    check("a -> b", Change::AddLink(link), Err(EditError::BadId("a b".into())));
}

#[test]
fn every_refusal_says_what_to_do_next() {
    for (error, says) in [
        (EditError::Exists("a".into()), "“a” exists already; choose another name"),
        (EditError::Missing("a".into()), "there is no “a” here; add it first or choose one that is here"),
        (EditError::InUse("a".into()), "“a” is still in use; remove what uses it first"),
        (EditError::BadId("a b".into()), "“a b” cannot be an id; write 1 to 128 of a-z, 0-9, “_”, “.” and “-”"),
    ] {
        assert_eq!(error.to_string(), says);
    }
    assert!(EditError::BadId("x".repeat(100_000)).to_string().len() < 200);
}

#[test]
fn a_node_may_act_on_itself_and_links_may_go_round() {
    check("a -> b", Change::AddLink(Link::new("x", "a", "a", Effect::Lowers)), Ok("a -> b\na -| a\n"));
    check("a -> b", Change::AddLink(Link::new("x", "b", "a", Effect::Raises)), Ok("a -> b\nb -> a\n"));
}

/// A link that is changed stays where it stands among the causes and effects of its ends, and one that moves takes the
/// place that the file gives it.
#[test]
fn causes_and_effects_keep_the_order_of_the_file() {
    let ids = |links: Vec<&Arc<Link>>| links.iter().map(|link| link.id.to_string()).collect::<Vec<_>>();
    let before = pathway("a -> z; b -> z; c -> z; z -> d; c -> d");
    let reworded = Link { explanation: "Because.".into(), ..Link::clone(before.link(&"a_z".into()).expect("there")) };
    let after = before.apply(&Edit::one("reword", Change::SetLink(reworded))).expect("it is there");
    assert_eq!(ids(after.causes_of(&"z".into())), ["a_z", "b_z", "c_z"]);
    let moved = after.apply(&Edit::one("move", Change::SetLink(Link::new("b_z", "z", "d", Effect::Raises))));
    let moved = moved.expect("its ends are there");
    assert_eq!(ids(moved.effects_of(&"z".into())), ["b_z", "z_d"]);
    assert_eq!(ids(moved.causes_of(&"d".into())), ["b_z", "z_d", "c_d"]);
}

/// Whatever is taken out comes back to its own place: records, links among the causes and effects of a node, and
/// the records that found no place.
#[test]
fn what_is_undone_stands_where_it_stood() {
    let tour = |id: &str| Tour { id: id.into(), title: id.into(), steps: Vec::new(), extra: Vec::new() };
    let mut parts = pathway("a -> b; b -> c; c -> a; a -> c; d -> b; c -> d").parts();
    parts.lanes.extend(["above", "below"].map(|id| Lane { id: id.into(), ..parts.lanes[0].clone() }));
    parts.tours = ["one", "two", "three"].map(tour).into();
    parts.links.push(Link::new("loose", "a", "nowhere", Effect::Raises));
    parts.nodes.push(Node::new("a", "Another a", Kind::Other, "all"));
    let before = Pathway::from_parts(parts, Vec::new());
    let misfits: Vec<Misfit> = before.misfits().to_vec();
    assert_eq!(misfits.len(), 2);
    for changes in [
        vec![Change::RemoveNode("b".into())],
        vec![Change::RemoveNode("c".into()), Change::RemoveNode("a".into())],
        vec![Change::RemoveLink("c_a".into()), Change::AddLink(Link::new("c_a", "a", "b", Effect::Lowers))],
        vec![Change::MoveLane("all".into(), 9), Change::MoveLane("below".into(), 0)],
        vec![Change::RemoveLane("above".into()), Change::MoveLane("all".into(), 1)],
        vec![Change::MoveTour("three".into(), 1), Change::RemoveTour("one".into())],
        vec![Change::RemoveMisfit(misfits[0].clone())],
        vec![Change::RemoveMisfit(misfits[1].clone()), Change::AddLink(Link::new("loose", "a", "d", Effect::Raises))],
    ] {
        let edit = Edit { changes, ..Edit::one("some", Change::RemoveNode("a".into())) };
        let (after, deltas) = before.applied(&edit).expect("all are there");
        let mut undone = after.clone();
        deltas.iter().rev().for_each(|delta| undone.undo(delta));
        assert_eq!(undone, before, "{edit:?}");
        let mut again = undone.clone();
        for delta in &deltas {
            again.redo(delta);
        }
        assert_eq!(again, after, "{edit:?}");
        for node in before.nodes() {
            assert_eq!(undone.causes_of(&node.id), before.causes_of(&node.id), "{edit:?}");
            assert_eq!(undone.effects_of(&node.id), before.effects_of(&node.id), "{edit:?}");
        }
    }
}

#[test]
fn lanes_and_tours_move() {
    let lanes = ["one", "two", "three"].map(|id| Lane { id: id.into(), label: id.into(), extra: Vec::new() }).into();
    let before = Pathway::from_parts(Parts { lanes, ..Parts::default() }, Vec::new());
    let order = |id: &str, to: usize| {
        let after = before.apply(&Edit::one("move", Change::MoveLane(id.into(), to))).expect("it is there");
        after.lanes().iter().map(|lane| lane.id.to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(order("three", 0), "three one two");
    assert_eq!(order("one", 1), "two one three");
    assert_eq!(order("one", usize::MAX), "two three one");
    assert_eq!(order("two", 1), "one two three");
    let lost = before.apply(&Edit::one("move", Change::MoveTour("one".into(), 0)));
    assert_eq!(lost, Err(EditError::Missing("one".into())));
}

/// A link to nowhere is put right in one edit; what is not there any more cannot be taken out twice.
#[test]
fn a_loose_link_is_put_right() {
    let loose = Link::new("x", "b", "nowhere", Effect::Raises);
    let mut parts = pathway("a -> b").parts();
    parts.links.push(loose.clone());
    let before = Pathway::from_parts(parts, Vec::new());
    let gone = Change::RemoveMisfit(Misfit::LooseLink(loose.clone()));
    let changes = vec![gone.clone(), Change::AddLink(Link { to: "a".into(), ..loose })];
    let after = before.apply(&Edit { label: "put x right".into(), merge: None, changes }).expect("it can be done");
    assert_eq!((outline(&after).as_str(), after.misfits().len()), ("a -> b\nb -> a\n", 0));
    assert_eq!(after.apply(&Edit::one("again", gone)), Err(EditError::Missing("x".into())));
}

#[test]
fn what_is_in_use_stays() {
    check("a -> b", Change::RemoveLane("all".into()), Err(EditError::InUse("all".into())));
}

#[test]
fn an_edit_is_all_or_nothing() {
    let before = pathway("a -> b");
    let edit = Edit {
        label: "two".into(),
        merge: None,
        changes: vec![Change::RemoveLink("a_b".into()), Change::RemoveLink("a_b".into())],
    };
    assert_eq!(before.apply(&edit), Err(EditError::Missing("a_b".into())));
    assert_eq!(outline(&before), "a -> b\n");
}
