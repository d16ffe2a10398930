//! Problems: what is offered about them, where they lead, and when they are told.

use super::*;
use crate::{
    analysis::problems::{Fix, Offer, Severity, Subject},
    model::{Change, Edit, Grade, Link, Misfit, Pathway, notation},
};

/// A pathway with a loose link and a link whose grade is too high.
fn broken() -> Vec<u8> {
    let mut parts = notation::parse("stress -> cortisol -| sleep").expect("notation").parts();
    let first = parts.links[0].clone();
    parts.links[1].grade = Grade::A;
    parts.links.push(Link { id: "loose".into(), to: "dreams".into(), ..first });
    let unread = Misfit::Unread { list: "nodes".to_owned(), text: "(id: 7)".to_owned() };
    formats::save(&Pathway::from_parts(parts, vec![unread])).into_bytes()
}

fn opened() -> Session {
    let mut session = session();
    read(&mut session, "/x/broken.pathway.ron", &broken());
    session
}

/// Does what looks for problems after an edit.
fn look(session: &mut Session, tasks: Vec<Task>) {
    for task in tasks {
        if let Task::Keep(saving) = task {
            let text = formats::save_over(&saving.text, &saving.pathway).text;
            let problems = formats::open(text.as_bytes()).expect("it can be opened").problems;
            session.apply(Action::Checked { serial: saving.serial, revision: saving.revision, problems });
        }
    }
}

/// The first problem with such an offer, and the offer.
fn offer(session: &Session, of: impl Fn(&Fix) -> bool) -> (Subject, Offer) {
    let all = session.problems().iter().flat_map(|problem| problem.fixes.iter().map(move |offer| (problem, offer)));
    let (problem, offer) = all.into_iter().find(|(_, offer)| of(&offer.fix)).expect("it is offered");
    (problem.subject.clone().expect("it is about something"), offer.clone())
}

fn errors(session: &Session) -> usize {
    session.problems().iter().filter(|problem| problem.severity == Severity::Error).count()
}

#[test]
fn what_is_offered_is_done_as_one_step_and_what_is_wrong_is_looked_at_anew() {
    let mut session = opened();
    let before = errors(&session);
    let mut left = before;
    let wanted: [fn(&Fix) -> bool; 3] =
        [|fix| *fix == Fix::MakeEnds, |fix| matches!(fix, Fix::Grade(_)), |fix| *fix == Fix::Remove];
    for (number, of) in wanted.into_iter().enumerate() {
        let (subject, offer) = offer(&session, of);
        let tasks = session.apply(Action::Mend(MendAct::Fix(subject.clone(), offer.fix.clone())));
        let said = session.view().message.as_ref().expect("it is told").text.clone();
        assert!(said.starts_with("Done: ") && said.ends_with("Ctrl+Z takes it back."), "{said}");
        assert_eq!(session.steps().len(), number + 1);
        // Until that is known nothing more is done about it.
        let revision = session.revision();
        assert!(!session.is_checked());
        session.apply(Action::Mend(MendAct::Fix(subject, offer.fix)));
        assert_eq!(session.revision(), revision);
        look(&mut session, tasks);
        assert!(session.is_checked());
        assert!(errors(&session) < left, "{number}");
        left = errors(&session);
    }
    assert_eq!(left, 0);
    assert!(session.pathway().node(&"dreams".into()).is_some() && session.pathway().misfits().is_empty());
    // What the file holds is known.
    let tasks = session.apply(Action::Edit(EditAct::GoTo(0)));
    assert!(!tasks.iter().any(|task| matches!(task, Task::Keep(_))));
    assert!(session.is_checked());
    assert_eq!(errors(&session), before);
}

#[test]
fn remarks_are_for_whoever_writes_and_errors_for_everybody() {
    let mut session = session();
    let mut remarked = Vec::new();
    for bundled in library::all() {
        session.apply(Action::OpenBundled(bundled.id.to_owned()));
        assert!(!session.tells_problems(), "{} is read", bundled.id);
        remarked.extend((!session.problems().is_empty()).then_some(bundled.id));
    }
    session.apply(Action::OpenBundled((*remarked.first().expect("there are remarks on one of them")).to_owned()));
    let mut link = Link::clone(session.pathway().links().next().expect("a link"));
    link.explanation.push_str(" More.");
    let edit = Edit { label: "explain".to_owned(), merge: None, changes: vec![Change::SetLink(link)] };
    let tasks = session.apply(Action::Edit(EditAct::Apply(edit)));
    look(&mut session, tasks);
    assert!(session.tells_problems());
    assert!(opened().tells_problems());
}

#[test]
fn a_problem_leads_to_what_shows_what_it_is_about() {
    let mut session = session();
    let show = |session: &mut Session, subject| {
        session.apply(Action::Run(Command::Problems));
        session.apply(Action::Mend(MendAct::Show(subject)));
        assert_eq!(session.view().text, None, "the list gives way");
    };
    show(&mut session, Subject::Node("chronic_stress".into()));
    assert_eq!(session.view().selected(), Some(&node("chronic_stress")));
    let link = session.pathway().links().next().expect("a link").id.clone();
    show(&mut session, Subject::Link(link.clone()));
    assert_eq!(session.view().selected(), Some(&Item::Link(link)));
    let source = session.pathway().sources()[3].id.clone();
    show(&mut session, Subject::Source(source.clone()));
    assert_eq!((session.view().page(), session.view().writing), (Some(&Page::Source(source)), true));
    session.apply(Action::Run(Command::EditDetails));
    assert!(!session.view().writing);
    let lane = session.pathway().lanes()[0].id.clone();
    show(&mut session, Subject::Lane(lane.clone()));
    let nodes = session.pathway().nodes().filter(|node| node.lane == lane).count();
    let Some(Camera::Show(items)) = &session.view().camera else { panic!("{:?}", session.view().camera) };
    assert_eq!(items.len(), nodes);
    assert_eq!((session.view().page(), session.view().writing), (Some(&Page::Lane(lane)), true));
    let tour = session.pathway().tours()[0].id.clone();
    show(&mut session, Subject::Tour(tour.clone()));
    assert_eq!(session.touring().map(|touring| &touring.tour), Some(&tour));
    let mut session = opened();
    show(&mut session, Subject::Misfit(1));
    assert_eq!(session.view().selected(), Some(&node("stress")), "the end that is there");
}
