//! Writing in Details: what it is kept by, and what its acts do.

use super::*;
use crate::{
    editing::{Choice, List, NodeText, Text},
    lesson::Difficulty,
    model::{Change, Design, Edit, Grade, Source, SourceId, Stance},
};

fn write(session: &mut Session, text: &str, run: u64) {
    let place = Text::Node("poor_sleep".into(), NodeText::Explanation);
    session.apply(Action::Form(FormAct::Write { place, text: text.to_owned(), run }));
}

fn explanation(session: &Session) -> &str {
    session.pathway().node(&"poor_sleep".into()).map_or("", |node| &node.explanation)
}

fn said(session: &Session) -> &str {
    session.view().message.as_ref().map_or("", |message| message.text.as_str())
}

#[test]
fn a_run_of_typing_is_one_step_and_the_next_run_another() {
    let mut session = session();
    let before = explanation(&session).to_owned();
    for (text, run) in [("a", 1), ("ab", 1), ("abc", 2), ("abcd", 2)] {
        write(&mut session, text, run);
    }
    for expected in ["ab", before.as_str()] {
        session.apply(Action::Run(Command::Undo));
        assert_eq!(explanation(&session), expected);
    }
    // What stands there already is no edit and nothing to speak of.
    session.apply(Action::Dismiss);
    let revision = session.revision();
    write(&mut session, &before, 3);
    assert_eq!((session.revision(), said(&session)), (revision, ""));
}

#[test]
fn with_nothing_looked_at_the_whole_is_written_and_writing_outlives_the_pathway() {
    let mut session = session();
    session.apply(Action::Run(Command::EditDetails));
    assert_eq!(session.view().page(), Some(&Page::About));
    assert_eq!(session.view().wants_field, Some(Field::First));
    session.apply(Action::Form(FormAct::Taken));
    session.apply(Action::Run(Command::Back));
    assert_eq!((session.view().page(), session.view().writing), (None, true));
    session.apply(Action::OpenBundled("microglia".to_owned()));
    assert!(session.view().writing && session.view().wants_field.is_none());
    session.apply(Action::Open(node("depression")));
    session.apply(Action::Run(Command::EditDetails));
    assert!(!session.view().writing && session.view().selected() == Some(&node("depression")));
}

#[test]
fn a_source_is_looked_at_from_a_link_and_left_for_it_again() {
    let mut session = session();
    let link = Item::Link("stress_meningeal_neutrophils".into());
    session.apply(Action::Open(link.clone()));
    session.apply(Action::Form(FormAct::EditSource("kigar2025".into())));
    assert_eq!(session.view().page(), Some(&Page::Source("kigar2025".into())));
    assert!(session.view().writing && session.view().selected().is_none());
    session.apply(Action::ShowEarlier);
    assert_eq!(session.view().selected(), Some(&link));
    session.apply(Action::TurnTo(Page::Source("nobody".into())));
    assert_eq!(session.view().selected(), Some(&link), "there is no such source");
}

#[test]
fn a_source_that_is_cited_waits_for_what_is_to_be_said_of_it() {
    let mut session = session();
    let link = LinkId::new("stress_meningeal_neutrophils");
    let there = session.pathway().link(&link).map_or(0, |link| link.evidence.len());
    session.apply(Action::Form(FormAct::Cite(link.clone(), "irwin2016".into())));
    let cited = session.pathway().link(&link).and_then(|link| link.evidence.last()).expect("it was added");
    assert_eq!((cited.stance, cited.design), (Stance::Supports, Design::Opinion), "which carries no grade");
    assert_eq!(session.view().wants_field, Some(Field::Stance(link.clone(), there)));
    // What carried the grade goes, and that is told.
    let carries = |session: &Session| session.pathway().link(&link).map(|link| link.grade);
    assert_eq!(carries(&session), Some(Grade::C));
    for _ in 0..there {
        session.apply(Action::Form(FormAct::RemoveItem(List::Evidence(link.clone()), 0)));
    }
    assert_eq!(carries(&session), Some(Grade::D));
    assert!(said(&session).contains("falls from C to D"), "{}", said(&session));
}

#[test]
fn what_a_known_source_lacks_is_filled_from_a_paste_unless_somebody_says_no() {
    let pasted = "@article{k, author = {Kigar, Stacey L.}, title = {Another title}, journal = {Nature communications}, \
                  volume = {16}, pages = {8153}, year = {2025}, doi = {10.1038/S41467-025-62840-5}}";
    let id = SourceId::new("kigar2025");
    let source = |session: &Session| Source::clone(session.pathway().source(&id).expect("the source"));
    let mut session = session();
    let whole = source(&session);
    assert!(whole.doi.as_ref().is_some_and(|doi| doi.eq_ignore_ascii_case("10.1038/s41467-025-62840-5")));
    let bare = Source { venue: String::new(), ..whole.clone() };
    let edit = Edit::one("empty", Change::SetSource(bare.clone()));
    session.apply(Action::Edit(EditAct::Apply(edit)));
    for (fills, steps) in [(false, 1), (true, 2)] {
        session.apply(Action::Run(Command::AddSource));
        session.apply(Action::Cite(CiteAct::Text(pasted.to_owned())));
        let found = &session.new_source().expect("the box is open").found[0];
        let gaps: Vec<&str> = found.gaps.iter().map(|gap| gap.field).collect();
        assert_eq!((found.known.as_ref(), gaps, found.fills), (Some(&id), vec!["venue"], true));
        let venue = if fills { found.gaps[0].value.clone() } else { String::new() };
        assert!(!fills || venue.contains("16") && venue.contains("8153"), "{venue}");
        session.apply(Action::Cite(CiteAct::Fill(0, fills)));
        session.apply(Action::Cite(CiteAct::Fill(7, !fills)));
        session.apply(Action::Cite(CiteAct::Take));
        assert_eq!(session.steps().len(), steps);
        assert_eq!(source(&session), Source { venue, ..bare.clone() });
    }
    let label = session.steps().last().map(crate::document::Step::label).unwrap_or_default();
    assert!(label.starts_with("fill in what ") && label.ends_with(" lacks"), "{label}");
}

#[test]
fn a_refusal_is_said_and_changes_nothing() {
    let mut session = session();
    let before = Arc::clone(session.pathway());
    let link = LinkId::new("stress_meningeal_neutrophils");
    session.apply(Action::Form(FormAct::Choose(Choice::Grade(link, Grade::A))));
    assert!(said(&session).starts_with("Nothing was changed: "), "{}", said(&session));
    session.apply(Action::Form(FormAct::RemoveSource("kigar2025".into())));
    assert!(said(&session).contains("is cited by"), "{}", said(&session));
    assert_eq!((session.pathway(), session.bundled()), (&before, Some("skull-marrow")));
}

#[test]
fn in_a_quiz_and_on_the_whole_screen_nothing_is_written() {
    let mut session = session();
    let before = Arc::clone(session.pathway());
    session.apply(Action::Teach(TeachAct::Present));
    write(&mut session, "a", 1);
    session.apply(Action::Run(Command::EditDetails));
    assert!(!session.view().writing);
    session.apply(Action::Run(Command::Back));
    session.apply(Action::Quiz(QuizAct::Begin { seed: 1, difficulty: Difficulty::Easy }));
    for task in session.apply(Action::Quiz(QuizAct::Resume)) {
        drop(task);
    }
    let sheet = Arc::new(crate::lesson::sheet(&before, session.reading(), 1, Difficulty::Easy));
    session.apply(Action::SheetMade { serial: session.serial(), sheet });
    assert!(session.teaching().quiz.is_some());
    session.apply(Action::Run(Command::EditDetails));
    assert_eq!((session.view().writing, said(&session)), (false, words::editing::NOT_IN_A_QUIZ));
    write(&mut session, "a", 1);
    assert!(session.teaching().quiz.is_some() && *session.pathway() == before);
}

#[test]
fn a_remark_is_added_with_the_keyboard_in_it_and_a_card_is_pinned_where_it_lies() {
    let mut session = session();
    let id = NodeId::new("poor_sleep");
    session.apply(Action::Form(FormAct::AddNote(id.clone())));
    assert_eq!(session.view().wants_field, Some(Field::Text(Text::Note(id.clone(), 0))));
    let picture = Arc::clone(session.picture().expect("a picture"));
    let card = picture.cards.iter().find(|card| item_of_card(card) == node("poor_sleep")).expect("its card");
    session.apply(Action::Form(FormAct::Pin(id.clone(), true)));
    let at = |session: &Session| session.pathway().node(&id).and_then(|node| node.at);
    assert_eq!(at(&session), Some((card.x, card.y)));
    session.apply(Action::Form(FormAct::Pin(id.clone(), false)));
    assert_eq!(at(&session), None);
}
