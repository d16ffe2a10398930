//! Each rule of the tones, and which of two goes first.

use std::{path::PathBuf, sync::Arc};

use super::*;
use crate::{
    analysis::lens::Lens,
    formats,
    model::{LinkId, NodeId, Popular, notation},
    picture::picture,
    session::{Action, AskAct, Made, Mark, Settings, Task, TeachAct, answer},
    text::Measure,
};

/// A session with a pathway of its own, and its scene.
struct Open {
    session: Session,
    scene: Scene,
    signal: Signal,
}

/// Opens `a -> b -> c -> b -> b; x -> y`, of whose links only `b -> c` is told otherwise than it is.
fn open() -> Open {
    let mut parts = notation::parse("a -> b -> c -> b -> b; x -> y").expect("notation").parts();
    let told = parts.links.iter_mut().find(|link| link.id.as_str() == "b_c").expect("it is there");
    let effect = crate::model::Effect::Lowers;
    told.popular = Some(Popular { effect, says: String::new(), note: String::new(), extra: Vec::new() });
    let file = formats::save(&Pathway::from_parts(parts, Vec::new()));
    let mut session = Session::new(Settings::default()).0;
    let path = PathBuf::from("/x/own.pathway.ron");
    session.apply(Action::OpenFile(path.clone()));
    session.apply(Action::FileRead { path, result: formats::open(file.as_bytes()).map(Box::new) });
    let records = Records::new(session.drawn(), &picture(session.drawn(), &mut Measure::default(), 1.6));
    Open { session, scene: Scene::new(1, records), signal: Signal::default() }
}

fn node(id: &str) -> Item {
    Item::Node(NodeId::new(id))
}

fn link(id: &str) -> Item {
    Item::Link(LinkId::new(id))
}

impl Open {
    /// Does what an action says, and answers what it asks.
    fn act(&mut self, action: Action) {
        for task in self.session.apply(action) {
            if let Task::Answer { ticket, question, pathway, lens } = task {
                let answer = Arc::new(answer(&pathway, &lens, &question));
                self.session.apply(Action::Answered { ticket, answer });
            }
        }
    }

    fn look(&self, item: &Item) -> Look {
        looks(&self.scene, &self.session, &self.signal).0[self.scene.records.place[item]]
    }

    /// The tones of the nodes `a b c x y`, then of the links `a_b b_c c_b b_b x_y`.
    #[track_caller]
    fn check(&self, nodes: [Tone; 5], links: [Tone; 5]) {
        let tone = |item: Item| self.look(&item).tone;
        assert_eq!(["a", "b", "c", "x", "y"].map(|id| tone(node(id))), nodes);
        assert_eq!(["a_b", "b_c", "c_b", "b_b", "x_y"].map(|id| tone(link(id))), links);
    }
}

use Tone::{Cause, Centre, Dim, Effect, Ghost, Lit, Plain};

#[test]
fn what_is_pointed_at_goes_before_what_follows_from_it_and_that_before_what_leads_there() {
    let mut open = open();
    open.check([Plain; 5], [Plain; 5]);
    // c is a cause of b and an effect; b is both of itself.
    open.act(Action::Hover(Some(node("b"))));
    open.check([Cause, Centre, Effect, Dim, Dim], [Cause, Effect, Cause, Effect, Dim]);
    open.act(Action::Hover(Some(link("a_b"))));
    open.check([Cause, Effect, Dim, Dim, Dim], [Centre, Dim, Dim, Dim, Dim]);
    open.act(Action::Hover(Some(link("b_b"))));
    open.check([Dim, Effect, Dim, Dim, Dim], [Dim, Dim, Dim, Centre, Dim]);
    // What is not drawn lights nothing and dims nothing.
    open.act(Action::Hover(Some(node("z"))));
    open.check([Plain; 5], [Plain; 5]);
}

#[test]
fn what_is_pointed_at_goes_before_what_is_open() {
    let mut open = open();
    open.act(Action::Open(node("x")));
    open.check([Dim, Dim, Dim, Centre, Effect], [Dim, Dim, Dim, Dim, Effect]);
    open.act(Action::Hover(Some(link("a_b"))));
    open.check([Cause, Effect, Dim, Dim, Dim], [Centre, Dim, Dim, Dim, Dim]);
    // Its tone is another one now, and it is selected all the same.
    assert!(open.look(&node("x")).selected && open.look(&node("x")).on_top());
}

#[test]
fn an_answer_is_lit_unless_something_is_pointed_at_and_its_marks_stay() {
    let mut open = open();
    open.act(Action::Open(node("y")));
    open.act(Action::Ask(AskAct::Raise(NodeId::new("x"))));
    // What is open is no centre while an answer is lit.
    open.check([Dim, Dim, Dim, Lit, Lit], [Dim, Dim, Dim, Dim, Lit]);
    let marks = |open: &Open| ["x", "y", "a"].map(|id| open.look(&node(id)).mark);
    let expected = [Some(Mark::Raised), Some(Mark::More), None];
    assert_eq!(marks(&open), expected);
    open.act(Action::Hover(Some(node("a"))));
    open.check([Centre, Effect, Dim, Dim, Dim], [Effect, Dim, Dim, Dim, Dim]);
    assert_eq!(marks(&open), expected);
}

#[test]
fn a_mark_waits_for_the_signal() {
    let mut open = open();
    open.act(Action::Ask(AskAct::Raise(NodeId::new("x"))));
    open.act(Action::Ask(AskAct::Play));
    let marks = |open: &Open| ["x", "y"].map(|id| open.look(&node(id)).mark);
    open.signal.advance(&open.session, 0.0);
    assert_eq!(marks(&open), [Some(Mark::Raised), None]);
    open.signal.advance(&open.session, 10.0);
    assert_eq!(marks(&open), [Some(Mark::Raised), Some(Mark::More)]);
    // It is lit from the beginning: the answer is about it.
    assert_eq!(open.look(&node("y")).tone, Lit);
}

#[test]
fn what_a_lens_hides_is_a_trace_whatever_is_pointed_at_or_asked() {
    let mut open = open();
    open.act(Action::Ask(AskAct::Raise(NodeId::new("x"))));
    open.act(Action::SetLens(Lens { contested_only: true, ..Lens::default() }));
    open.act(Action::Hover(Some(node("a"))));
    let hidden = [Ghost, Dim, Ghost, Ghost, Ghost];
    // Cards at a link that is shown are no traces. b is an effect of a, though by a link that is hidden.
    open.check([Ghost, Effect, Dim, Ghost, Ghost], hidden);
    open.act(Action::TogglePicked(node("a")));
    open.act(Action::Focus(Some(link("a_b"))));
    open.act(Action::Hover(None));
    let (picked, focused) = (open.look(&node("a")), open.look(&link("a_b")));
    assert_eq!((picked.tone, picked.picked, picked.on_top()), (Ghost, true, true));
    assert_eq!((focused.tone, focused.focused, focused.on_top()), (Ghost, true, true));
}

#[test]
fn what_is_not_told_yet_is_a_trace_and_a_slide_dims_nothing() {
    let mut open = open();
    open.act(Action::Teach(TeachAct::Make(Made::Whole)));
    let untold = |open: &Open, item: &Item| open.session.is_untold(item);
    let items = &open.scene.records.items;
    let traces: Vec<&Item> = items.iter().filter(|item| open.look(item).tone == Ghost).collect();
    assert_eq!(traces, items.iter().filter(|item| untold(&open, item)).collect::<Vec<_>>());
    assert!(!traces.is_empty() && traces.len() < items.len());
    open.act(Action::Run(crate::session::Command::Present));
    open.act(Action::Hover(Some(link("a_b"))));
    open.check([Cause, Effect, Plain, Plain, Plain], [Centre, Plain, Plain, Plain, Plain]);
}
