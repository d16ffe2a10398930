//! Arranging and asking: actions in, pictures, answers and light out.

use std::sync::Arc;

use super::*;
use crate::{
    analysis::{web::CutBy, whatif::Outcome},
    picture::{Arrangement, LanesBy, Stands},
};

/// Does what the threads do, until nothing is left to do.
fn work(session: &mut Session, tasks: Vec<Task>) {
    for task in tasks {
        if let Task::Answer { ticket, question, pathway, lens } = task {
            let answer = Arc::new(answer(&pathway, &lens, &question));
            session.apply(Action::Answered { ticket, answer });
        } else {
            draw(session, vec![task]);
        }
    }
}

fn act(session: &mut Session, action: Action) {
    let tasks = session.apply(action);
    work(session, tasks);
}

fn ask(session: &mut Session, act_: AskAct) {
    act(session, Action::Ask(act_));
}

fn found(session: &Session) -> &Answer {
    session.asking().found().expect("an answer")
}

#[test]
fn lanes_by_scale_and_back_glide_between_the_same_cards() {
    let mut session = session();
    let cards = session.picture().expect("a picture").cards.len();
    for (command, by) in [
        (Command::LanesByScale, LanesBy::Scale),
        (Command::LanesByTime, LanesBy::Time),
        (Command::LanesWithout, LanesBy::Without),
        (Command::LanesByPlace, LanesBy::Place),
    ] {
        act(&mut session, Action::Run(command));
        assert_eq!(session.arrangement().lanes, by);
        let picture = session.picture().expect("a picture");
        assert_eq!(picture.cards.len(), cards);
        assert_eq!(picture.bands.is_empty(), by == LanesBy::Without);
    }
}

#[test]
fn a_picture_of_an_earlier_arrangement_is_dropped() {
    let mut session = session();
    let late = session.apply(Action::Run(Command::LanesWithout));
    act(&mut session, Action::Run(Command::LanesByScale));
    let now = session.picture().cloned();
    draw(&mut session, late);
    assert_eq!(session.picture(), now.as_ref());
}

#[test]
fn a_folded_lane_is_one_card_until_it_is_opened() {
    let mut session = session();
    act(&mut session, Action::Open(node("skull_marrow")));
    act(&mut session, Action::Run(Command::FoldLane));
    let folded = |session: &Session| {
        let cards = &session.picture().expect("a picture").cards;
        cards.iter().filter(|card| matches!(card.stands, Stands::Lane(..))).count()
    };
    assert_eq!(folded(&session), 1);
    let lane = session.arrangement().folded.iter().next().cloned().expect("a folded lane");
    act(&mut session, Action::Open(Item::Lane(lane.clone())));
    assert!(session.nodes_in_lane(&lane).contains(&NodeId::new("skull_marrow")));
    act(&mut session, Action::ToggleLane(lane));
    assert_eq!((folded(&session), session.arrangement()), (0, &Arrangement::default()));
}

#[test]
fn a_focus_shows_what_is_picked_and_counts_the_rest() {
    let mut session = session();
    let nodes = ["meningeal_neutrophils", "meningeal_inflammation"].into_iter().map(NodeId::new).collect();
    act(&mut session, Action::Pick { nodes, add: false });
    act(&mut session, Action::Run(Command::Focus));
    let picture = session.picture().expect("a picture");
    assert_eq!(picture.cards.len(), 2);
    assert!(picture.cards.iter().all(|card| card.unseen.0 + card.unseen.1 > 0));
    act(&mut session, Action::Run(Command::Focus));
    assert_eq!(session.picture().map(|p| p.cards.len()), Some(session.pathway().nodes().len()));
}

#[test]
fn neighbours_are_picked_step_by_step_and_escape_lets_go() {
    let mut session = session();
    act(&mut session, Action::TogglePicked(node("skull_channels")));
    act(&mut session, Action::Run(Command::PickNeighbours));
    let first = session.view().picked.len();
    act(&mut session, Action::Run(Command::PickNeighbours));
    assert!(first > 1 && session.view().picked.len() > first);
    act(&mut session, Action::Dismiss);
    act(&mut session, Action::Run(Command::Back));
    assert!(session.view().picked.is_empty());
}

#[test]
fn the_long_loop_is_reinforcing_as_told_and_undecided_as_shown() {
    let mut session = session();
    let through_skull = |session: &Session| {
        let Answer::Loops { found, .. } = found(session) else { panic!("loops were asked for") };
        let long = found.loops.iter().filter(|l| l.nodes.contains(&NodeId::new("skull_marrow")));
        long.map(|l| (l.kind.name(), l.unsigned.clone())).collect::<Vec<_>>()
    };
    act(&mut session, Action::Run(Command::AskLoops));
    let shown = through_skull(&session);
    assert!(!shown.is_empty() && shown.iter().all(|(kind, why)| *kind == "undecided" && !why.is_empty()));
    act(&mut session, Action::Run(Command::Reading));
    assert!(through_skull(&session).iter().all(|(kind, _)| *kind == "reinforcing"));
}

#[test]
fn a_row_of_an_answer_is_lit_and_put_out() {
    let mut session = session();
    act(&mut session, Action::Run(Command::AskLoops));
    assert_eq!(session.asking().lit, None);
    ask(&mut session, AskAct::Light(0));
    let lit = session.asking().lit.clone().expect("it is lit");
    assert_eq!(lit.links.len(), lit.nodes.len(), "a loop has as many links as nodes");
    ask(&mut session, AskAct::Light(0));
    assert_eq!(session.asking().lit, None);
}

#[test]
fn routes_hang_on_a_link_and_name_the_weakest() {
    let mut session = session();
    act(&mut session, Action::Open(node("skull_marrow")));
    act(&mut session, Action::Run(Command::RoutesFrom));
    act(&mut session, Action::Open(node("depression")));
    act(&mut session, Action::Run(Command::RoutesTo));
    let Answer::Routes { found, cuts } = found(&session) else { panic!("routes were asked for") };
    assert!(!found.routes.is_empty() && found.complete && cuts.connected);
    assert_eq!(found.hangs_on, Some(LinkId::new("border_inflammation_depression")));
    assert!(found.routes.iter().all(|route| !route.weakest.is_empty()));
}

#[test]
fn blocking_the_neutrophils_shows_what_still_gets_through() {
    let mut session = session();
    act(&mut session, Action::Open(node("meningeal_neutrophils")));
    act(&mut session, Action::Run(Command::Block));
    let Answer::WhatIf { found, .. } = found(&session) else { panic!("a what-if was asked for") };
    let depression = NodeId::new("depression");
    assert!(found.still_reached.contains(&depression), "{:?}", found.still_reached);
    let way = found.way_round(&depression).expect("a way round");
    assert!(!way.nodes.contains(&NodeId::new("meningeal_neutrophils")));
    assert!(!found.broken_loops.is_empty());
    assert_eq!(
        session.asking().lit.as_ref().map(|lit| lit.nodes[&NodeId::new("meningeal_neutrophils")]),
        Some(Mark::Blocked)
    );
}

#[test]
fn a_push_is_answered_stepped_and_let_go() {
    let mut session = session();
    act(&mut session, Action::Focus(Some(node("chronic_stress"))));
    act(&mut session, Action::Run(Command::Raise));
    let Answer::WhatIf { found, .. } = found(&session) else { panic!("a what-if was asked for") };
    let sympathetic = found.answer(&NodeId::new("sympathetic_ns")).expect("it is reached");
    assert_eq!(sympathetic.first, Outcome::More);
    let all = session.asking().lit.as_ref().map(|lit| lit.nodes.len());
    act(&mut session, Action::Run(Command::StepSignal));
    let first = session.asking().lit.as_ref().map(|lit| lit.nodes.len());
    assert!(first < all, "after one step less is marked");
    act(&mut session, Action::Run(Command::PlaySignal));
    assert_eq!(session.asking().lit.as_ref().map(|lit| lit.nodes.len()), all);
    ask(&mut session, AskAct::Clear);
    assert!(session.question().is_none() && session.asking().lit.is_none() && !session.asking().waiting);
}

#[test]
fn an_answer_about_another_pathway_is_dropped() {
    let mut session = session();
    let late = session.apply(Action::Run(Command::AskLoops));
    act(&mut session, Action::OpenBundled("microglia".to_owned()));
    work(&mut session, late);
    assert!(session.asking().answer.is_none());
}

#[test]
fn a_lens_changes_the_answer_to_the_same_question() {
    let mut session = session();
    act(&mut session, Action::Run(Command::AskLoops));
    let count = |session: &Session| {
        let Answer::Loops { found, .. } = found(session) else { panic!("loops were asked for") };
        found.loops.len()
    };
    let all = count(&session);
    act(&mut session, Action::Run(Command::HumanOnly));
    assert!(count(&session) < all);
}

#[test]
fn reach_lists_causes_and_effects_and_what_two_share() {
    let mut session = session();
    ask(&mut session, AskAct::From(Some(NodeId::new("meningeal_inflammation"))));
    ask(&mut session, AskAct::Topic(Topic::Reach));
    let Answer::Reach { causes, effects } = found(&session) else { panic!("reach was asked for") };
    assert!(causes[0].contains(&NodeId::new("meningeal_neutrophils")), "{causes:?}");
    assert!(effects[0].contains(&NodeId::new("depression")), "{effects:?}");
    assert!(session.asking().lit.as_ref().is_some_and(|lit| lit.nodes.len() > 5));
    ask(&mut session, AskAct::To(Some(NodeId::new("mouse_depression_like"))));
    let Answer::Shared { causes, .. } = found(&session) else { panic!("common causes were asked for") };
    assert!(causes.iter().any(|common| common.node == NodeId::new("meningeal_neutrophils")), "{causes:?}");
}

#[test]
fn loops_are_marked_while_they_are_asked_for_and_never_else() {
    let mut session = session();
    for commands in [vec![Command::HumanOnly, Command::HumanOnly], vec![Command::Reading], vec![Command::ClearLenses]] {
        for command in commands {
            act(&mut session, Action::Run(command));
        }
        assert!(session.marked_loops().is_none());
    }
    act(&mut session, Action::Run(Command::AskLoops));
    assert!(session.marked_loops().is_some_and(|(found, told)| found.loops.len() == told.len() && !told.is_empty()));
    act(&mut session, Action::Run(Command::Reading));
    assert!(session.marked_loops().is_some());
    act(&mut session, Action::SidePanel(SidePanel::Outline));
    assert!(session.marked_loops().is_none());
    act(&mut session, Action::SidePanel(SidePanel::Ask));
    assert!(session.marked_loops().is_some());
}

#[test]
fn a_comparison_marks_what_differs_and_ends_where_it_began() {
    let mut session = session();
    act(&mut session, Action::Run(Command::AskLoops));
    let Answer::Loops { found: alone, .. } = found(&session) else { panic!("loops were asked for") };
    let loops = alone.loops.len();
    ask(&mut session, AskAct::Compare("microglia".to_owned()));
    let comparison = session.comparison().expect("a comparison");
    assert!(comparison.rows.iter().any(|(_, item)| item.is_some()));
    let lit = session.asking().lit.clone().expect("what differs is lit");
    assert_eq!(lit.nodes.get(&NodeId::new("skull_marrow")), Some(&Mark::Added), "only in the open pathway");
    assert!(lit.nodes.values().any(|mark| *mark == Mark::Removed));
    // What only the other one has can be looked at; what is asked is asked about the open one.
    let other = lit.nodes.iter().find(|(_, mark)| **mark == Mark::Removed).map(|(id, _)| Item::Node(id.clone()));
    let other = other.expect("something is only in the other");
    act(&mut session, Action::Open(other.clone()));
    assert_eq!(session.view().selected(), Some(&other));
    act(&mut session, Action::Run(Command::AskLoops));
    let Answer::Loops { found, .. } = found(&session) else { panic!("loops were asked for") };
    assert_eq!((found.loops.len(), session.pathway().nodes().len()), (loops, 21));
    assert!(session.comparison().is_some_and(|comparison| comparison.mark_of(&other) == Some(Mark::Removed)));
    // A picture that is saved now says what it is of.
    act(&mut session, Action::Run(Command::SavePicture));
    let tasks = session.apply(Action::Picked(Some("/x/both.svg".into())));
    let written = tasks.into_iter().find(|task| matches!(task, Task::Write { .. }));
    let Some(Task::Write { what, .. }) = written else { panic!("a file is written") };
    let crate::Written::Picture { compared: Some(compared), pathway, .. } = *what else {
        panic!("a picture of both is written")
    };
    assert!(compared.title().contains("skull marrow") && compared.title().contains("microglia"), "{compared:?}");
    assert!(pathway.nodes().len() > 21 && !compared.changes.is_empty());
    // A slide tells what is open, without the marks of a comparison.
    ask(&mut session, AskAct::Topic(Topic::Compare));
    act(&mut session, Action::Run(Command::Present));
    assert!(session.lit().is_some_and(|lit| lit.nodes.values().all(|mark| *mark == Mark::On)));
    act(&mut session, Action::Run(Command::Present));
    ask(&mut session, AskAct::EndComparison);
    assert_eq!((session.bundled(), session.comparison().is_none()), (Some("skull-marrow"), true));
}

#[test]
fn a_file_dialog_that_was_left_does_not_compare_later() {
    let mut session = session();
    ask(&mut session, AskAct::CompareFile);
    session.apply(Action::NoDialog);
    session.apply(Action::Run(Command::Back));
    let tasks = session.apply(Action::OpenFile("/x/ab.pathway.ron".into()));
    assert!(matches!(tasks.as_slice(), [Task::ReadFile(_)]));
    let file = crate::formats::save(&crate::model::notation::parse("a -> b").expect("notation"));
    let result = formats::open(file.as_bytes()).map(Box::new);
    session.apply(Action::FileRead { path: "/x/ab.pathway.ron".into(), result });
    assert!(session.comparison().is_none() && session.pathway().nodes().len() == 2);
}

#[test]
fn a_typed_path_is_compared_where_that_was_asked_for() {
    let mut session = session();
    ask(&mut session, AskAct::CompareFile);
    session.apply(Action::NoDialog);
    session.apply(Action::OpenFile("/x/ab.pathway.ron".into()));
    let file = crate::formats::save(&crate::model::notation::parse("a -> b").expect("notation"));
    let result = formats::open(file.as_bytes()).map(Box::new);
    session.apply(Action::FileRead { path: "/x/ab.pathway.ron".into(), result });
    assert!(session.comparison().is_some());
}

#[test]
fn what_is_picked_is_told_in_words_until_it_is_let_go() {
    let mut session = session();
    act(&mut session, Action::TogglePicked(node("skull_marrow")));
    let one = session.picked_story().map(|story| story.sentences.len());
    act(&mut session, Action::TogglePicked(node("skull_channels")));
    assert!(session.picked_story().map(|story| story.sentences.len()) > one);
    act(&mut session, Action::Run(Command::Back));
    assert!(session.picked_story().is_none());
}

/// Opens a pathway in notation.
fn open_notation(session: &mut Session, text: &str) {
    let file = crate::formats::save(&crate::model::notation::parse(text).expect("the test's own notation"));
    let tasks = read(session, "/x/made.pathway.ron", file.as_bytes());
    work(session, tasks);
}

/// One short way and back, and beside it seven times two ways one after another: 128 longer ones, more than are listed
/// unasked.
#[test]
fn longer_loops_and_routes_are_listed_when_they_are_asked_for() {
    let mut session = session();
    let pairs = (0..7).map(|n| format!("n{n} -> a{n} -> n{0}; n{n} -> b{n} -> n{0}\n", n + 1));
    open_notation(&mut session, &format!("{}n0 -> n7 -> n0", pairs.collect::<String>()));
    ask(&mut session, AskAct::Topic(Topic::Loops));
    let loops = |session: &Session| {
        let Answer::Loops { found, broken, .. } = found(session) else { panic!("not loops") };
        (found.loops.len(), found.cut_by, broken.links.len(), broken.complete)
    };
    assert_eq!(loops(&session), (1, Some(CutBy::Length), 1, true));
    ask(&mut session, AskAct::Further);
    assert_eq!(loops(&session), (129, None, 1, true));
    ask(&mut session, AskAct::Topic(Topic::Routes));
    ask(&mut session, AskAct::From(Some(NodeId::new("n0"))));
    ask(&mut session, AskAct::To(Some(NodeId::new("n7"))));
    let routes = |session: &Session| {
        let Answer::Routes { found, .. } = found(session) else { panic!("not routes") };
        (found.routes.len(), found.cut_by)
    };
    assert_eq!(routes(&session), (1, Some(CutBy::Length)), "another question begins anew");
    ask(&mut session, AskAct::Further);
    assert_eq!(routes(&session), (129, None));
}

#[test]
fn the_palette_finds_greek_letters_by_their_names() {
    let pathway = crate::model::notation::parse("Stress -> TNF-α -| NF-κB").expect("the test's own notation");
    let first = |query: &str| {
        let hits = crate::search::everything(&pathway, crate::model::Reading::Shown, query);
        hits.first().map(|hit| hit.text.clone())
    };
    for query in ["tnf alpha", "TNF-alpha", "tnf‑α", "TNF α"] {
        assert_eq!(first(query).as_deref(), Some("TNF-α"), "{query}");
    }
    assert_eq!(first("nf kappa b").as_deref(), Some("NF-κB"));
}
