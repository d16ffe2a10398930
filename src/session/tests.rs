//! Actions in, state and tasks out.

mod asking;
mod closing;
mod editing;
mod entering;
mod files;
mod forming;
mod importing;
mod ladder;
mod many;
mod mending;
mod rungs;
mod touring;

use std::{path::PathBuf, sync::Arc};

use super::*;
use crate::{
    formats,
    model::{LinkId, NodeId},
    picture::{Brief, picture_watched},
    text::Measure,
};

fn session() -> Session {
    let (mut session, tasks) = Session::new(Settings::default());
    draw(&mut session, tasks);
    session
}

/// Does what the drawing thread does.
fn draw(session: &mut Session, tasks: Vec<Task>) {
    for task in tasks {
        if let Task::LayOut { ticket, pathway, arrangement, before, .. } = task {
            let brief = Brief { arrangement: &arrangement, aspect: 1.6, before: before.as_deref() };
            let go_on = &mut |_| std::ops::ControlFlow::Continue(());
            let picture = picture_watched(&pathway, &mut Measure::default(), brief, go_on).expect("a picture");
            session.apply(Action::LaidOut { ticket, picture: Arc::new(picture), finished: true });
        }
    }
}

fn node(id: &str) -> Item {
    Item::Node(NodeId::new(id))
}

fn read(session: &mut Session, path: &str, bytes: &[u8]) -> Vec<Task> {
    session.apply(Action::OpenFile(PathBuf::from(path)));
    let result = formats::open(bytes).map(Box::new);
    session.apply(Action::FileRead { path: PathBuf::from(path), result })
}

#[test]
fn the_first_start_shows_a_bundled_pathway_laid_out() {
    let session = session();
    assert_eq!(session.bundled(), Some("skull-marrow"));
    assert_eq!(session.picture().map(|p| p.cards.len()), Some(session.pathway().nodes().len()));
    assert_eq!(session.view().message, None);
}

#[test]
fn a_drawing_is_made_again_for_a_window_of_another_shape_until_somebody_knows_it() {
    let told = |known: Option<Action>, moved: bool, canvas: &[(f32, f32)]| {
        let mut session = session();
        known.map(|action| session.apply(action));
        let mut made = Vec::new();
        for &canvas in canvas {
            let tasks = session.apply(Action::CanvasSize { canvas, window: 800.0, moved });
            for task in tasks {
                if let Task::LayOut { aspect, before, .. } = task {
                    made.push((aspect, before.is_some()));
                }
            }
        }
        made
    };
    let (usual, wide, wider) = ((1000.0, 580.0), (1250.0, 500.0), (1400.0, 500.0));
    assert_eq!(told(None, false, &[usual, wide, wider]), [(2.5, false)]);
    // By small steps as well.
    assert_eq!(told(None, false, &[usual, (1000.0, 500.0), wide]), [(2.5, false)]);
    assert!(told(None, true, &[usual, wide]).is_empty());
    let node = session().pathway().nodes().next().map(|node| node.id.clone()).expect("it has nodes");
    let known = [
        Action::Open(Item::Node(node.clone())),
        Action::Walk(super::Walk::Right),
        Action::TogglePicked(Item::Node(node)),
    ];
    for action in known {
        assert!(told(Some(action), false, &[usual, wide]).is_empty());
    }
}

#[test]
fn a_picture_of_another_document_is_dropped() {
    let (mut session, late) = Session::new(Settings::default());
    let file = crate::formats::save(&crate::model::notation::parse("a -> b").expect("notation"));
    let tasks = read(&mut session, "/x/ab.pathway.ron", file.as_bytes());
    draw(&mut session, late);
    assert!(session.picture().is_none(), "the late picture is of the pathway before");
    draw(&mut session, tasks);
    assert_eq!(session.picture().map(|p| p.cards.len()), Some(2));
}

#[test]
fn bad_files_leave_what_is_open_and_say_why() {
    let mut session = session();
    let before = Arc::clone(session.pathway());
    for bytes in [&b""[..], b"\xff\xfe\x00", b"Pathway(", b"nonsense", b"[[[[["] {
        assert!(read(&mut session, "/x/bad.pathway.ron", bytes).is_empty());
        let message = session.view().message.clone().expect("a refusal is said");
        assert!(message.is_error && message.text == "bad.pathway.ron cannot be opened.");
        assert!(message.lines.iter().all(|line| line.contains("; ")), "{:?}", message.lines);
        assert!(Arc::ptr_eq(session.pathway(), &before));
        assert!(session.settings().recent.is_empty());
    }
}

#[test]
fn opened_files_are_remembered_and_read_again() {
    let mut session = session();
    let text = library::all()[0].text();
    let tasks = read(&mut session, "/x/mine.pathway.ron", text.as_bytes());
    assert!(tasks.iter().any(|task| matches!(task, Task::SaveSettings(text) if text.contains("mine.pathway.ron"))));
    assert_eq!(session.apply(Action::Run(Command::Reload)), [Task::ReadFile("/x/mine.pathway.ron".into())]);
}

#[test]
fn details_return_to_what_they_showed_and_close_at_once() {
    let mut session = session();
    let shown_after = |session: &mut Session, action: Action| {
        session.apply(action);
        session.view().selected().cloned()
    };
    let back = |session: &mut Session| shown_after(session, Action::Run(Command::Back));
    for id in ["chronic_stress", "sympathetic_ns", "skull_marrow"] {
        session.apply(Action::Open(node(id)));
    }
    session.apply(Action::Run(Command::Palette));
    assert_eq!(back(&mut session), Some(node("skull_marrow")), "the palette closes first");
    assert_eq!(shown_after(&mut session, Action::ShowEarlier), Some(node("sympathetic_ns")));
    assert_eq!(back(&mut session), None, "however much is below");
    assert_eq!(session.view().focus, Some(node("sympathetic_ns")));
    back(&mut session);
    assert_eq!(session.view().focus, None);
}

#[test]
fn what_does_not_exist_is_not_opened() {
    let mut session = session();
    session.apply(Action::Open(node("unicorn")));
    session.apply(Action::Focus(Some(Item::Link(LinkId::new("unicorn")))));
    session.apply(Action::OpenBundled("unicorn".to_owned()));
    assert_eq!((session.view().selected(), &session.view().focus), (None, &None));
    assert!(session.view().message.as_ref().is_some_and(|message| message.is_error));
}

#[test]
fn the_keyboard_walks_and_opens() {
    let mut session = session();
    session.apply(Action::Walk(Walk::Right));
    assert_eq!(session.view().focus, Some(node("chronic_stress")));
    session.apply(Action::Walk(Walk::Right));
    assert!(matches!(session.view().focus, Some(Item::Link(_))));
    session.apply(Action::OpenFocused);
    assert_eq!(session.view().selected(), session.view().focus.as_ref());
    session.apply(Action::Walk(Walk::Right));
    assert!(matches!(session.view().focus, Some(Item::Node(_))));
}

#[test]
fn the_palette_finds_nodes_and_runs_commands() {
    let mut session = session();
    session.apply(Action::Run(Command::Palette));
    session.apply(Action::PaletteText("leg bone".to_owned()));
    session.apply(Action::PaletteRun(0));
    assert_eq!(session.view().selected(), Some(&node("tibia_marrow")));
    session.apply(Action::Run(Command::Palette));
    session.apply(Action::PaletteText("dark projector".to_owned()));
    let tasks = session.apply(Action::PaletteRun(0));
    assert_eq!(session.settings().theme, ThemeChoice::Light);
    assert!(matches!(&tasks[..], [Task::SaveSettings(_)]));
    assert!(session.view().palette.is_none());
}

#[test]
fn one_file_dialog_at_a_time_and_a_box_where_there_is_none() {
    let mut session = session();
    assert_eq!(session.apply(Action::Run(Command::Open)), [Task::PickFile]);
    assert_eq!(session.apply(Action::Run(Command::Open)), []);
    session.apply(Action::NoDialog);
    assert_eq!(session.files().path_text(), Some(""));
    assert_eq!(session.apply(Action::OpenFile("a.ron".into())), [Task::ReadFile("a.ron".into())]);
    assert_eq!(session.apply(Action::Run(Command::Open)), [Task::PickFile]);
}

#[test]
fn only_plain_web_addresses_reach_the_browser() {
    let good = ["https://doi.org/10.1038/s41467-025-62840-5", "http://example.org/a?b=c#d", "https://[::1]/x"];
    let bad = [
        "",
        "doi.org/10.1",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,hi",
        "smb://server/share",
        "\\\\server\\share",
        "ms-word:x",
        "vbscript:x",
        "--version",
        "https://a@b.org/",
        "https://user:word@b.org/",
        "https://exa\nmple.org",
        "https://exa\tmple.org",
        " https://example.org",
        "http:\\\\example.org",
        "https://",
        "HTTPS:/ /x",
    ];
    let mut session = session();
    for address in good {
        let tasks = session.apply(Action::Browse(address.to_owned()));
        assert!(matches!(&tasks[..], [Task::Browse(_)]), "{address}");
    }
    for address in bad {
        assert!(session.apply(Action::Browse(address.to_owned())).is_empty(), "{address:?} was let through");
        assert!(session.view().message.as_ref().is_some_and(|message| message.is_error));
    }
    assert!(session.apply(Action::Browse(format!("https://example.org/{}", "x".repeat(100_000)))).is_empty());
    // A name in another script is shown, and opened, as the ASCII that it really is.
    let homograph = crate::address::checked_address("https://\u{430}pple.com/").expect("it is an address");
    assert_eq!(homograph.host_str(), Some("xn--pple-43d.com"));
}

fn hidden(session: &Session) -> usize {
    session.lens().hidden.len()
}

#[test]
fn every_lens_hides_says_what_is_left_and_comes_off() {
    let mut session = session();
    let all = session.pathway().links().len();
    let weaker_two = [Command::StrongerOnly, Command::StrongerOnly];
    for commands in [&[Command::HumanOnly][..], &[Command::ContestedOnly], &weaker_two] {
        for command in commands {
            session.apply(Action::Run(*command));
        }
        assert!(hidden(&session) > 0, "{commands:?} hides nothing");
        assert!(session.lens().line.contains(&format!("of {all} links")), "{}", session.lens().line);
        session.apply(Action::Run(Command::ClearLenses));
        assert_eq!((hidden(&session), session.lens().line.as_str()), (0, ""));
    }
    for _ in 0..9 {
        session.apply(Action::Run(Command::StrongerOnly));
    }
    let left = session.pathway().links().filter(|l| l.grade == crate::model::Grade::A).count();
    assert_eq!(hidden(&session), all - left);
    for _ in 0..9 {
        session.apply(Action::Run(Command::WeakerToo));
    }
    assert_eq!(hidden(&session), 0);
}

#[test]
fn a_paper_is_knocked_out_from_the_palette_and_comes_back() {
    let mut session = session();
    session.apply(Action::Run(Command::Palette));
    session.apply(Action::PaletteText("knock out kigar".to_owned()));
    session.apply(Action::PaletteRun(0));
    let rests = session.ranked_sources().iter().find(|r| r.source.as_str() == "kigar2025").expect("it is cited");
    assert_eq!(hidden(&session), rests.alone.len() + rests.bare.len());
    assert!(session.lens().hidden.contains(&LinkId::new("stress_meningeal_neutrophils")));
    session.apply(Action::KnockOut("kigar2025".into()));
    assert_eq!(hidden(&session), 0);
}

#[test]
fn the_article_s_reading_is_one_switch_away_and_summed_up() {
    use crate::model::{Effect, Reading};
    let mut session = session();
    session.apply(Action::Run(Command::Reading));
    assert_eq!(session.reading(), Reading::Told);
    let line = session.view().message.as_ref().map(|m| m.text.clone()).unwrap_or_default();
    assert!(line.contains("sign that the sources do not show"), "{line}");
    let link = session.pathway().link(&LinkId::new("border_inflammation_depression")).expect("it is there");
    assert_eq!(link.effect_in(Reading::Told), Effect::Raises);
    assert_eq!(link.effect_in(Reading::Shown), Effect::Unknown);
    session.apply(Action::Run(Command::Reading));
    assert_eq!((session.reading(), &session.view().message), (Reading::Shown, &None));
}

#[test]
fn a_node_opens_in_another_pathway() {
    let mut session = session();
    session.apply(Action::LibraryIndexed(library::index()));
    let others: Vec<&str> = session.also_in(&NodeId::new("depression")).map(|bundled| bundled.id).collect();
    assert!(others.contains(&"microglia") && !others.contains(&"skull-marrow"), "{others:?}");
    let tasks = session.apply(Action::OpenThere { pathway: "microglia".into(), node: NodeId::new("depression") });
    assert!(tasks.iter().any(|task| matches!(task, Task::LayOut { .. })));
    assert_eq!((session.bundled(), session.view().selected()), (Some("microglia"), Some(&node("depression"))));
}

#[test]
fn every_lens_is_in_the_palette_and_on_a_key() {
    for (text, command) in [
        ("tested in people", Command::HumanOnly),
        ("contested", Command::ContestedOnly),
        ("weakest grade", Command::StrongerOnly),
        ("weaker grade too", Command::WeakerToo),
        ("told by the article", Command::Reading),
        ("every link again", Command::ClearLenses),
    ] {
        let mut session = session();
        session.apply(Action::Run(Command::Palette));
        session.apply(Action::PaletteText(text.to_owned()));
        let found = session.palette_hits().iter().any(|hit| hit.target == search::Target::Command(command));
        assert!(found && command.shortcut().is_some(), "{text}");
    }
}

#[test]
fn a_file_that_comes_too_late_is_dropped() {
    let mut session = session();
    session.apply(Action::OpenFile("/slow/file.pathway.ron".into()));
    session.apply(Action::OpenBundled("microglia".to_owned()));
    let result = formats::open(library::all()[0].text().as_bytes()).map(Box::new);
    session.apply(Action::FileRead { path: "/slow/file.pathway.ron".into(), result });
    assert_eq!(session.bundled(), Some("microglia"));
}

#[test]
fn an_error_stays_until_it_is_read() {
    let mut session = session();
    read(&mut session, "/x/bad.pathway.ron", b"");
    session.apply(Action::Copy("x".to_owned()));
    session.apply(Action::Run(Command::Reading));
    assert!(session.view().message.as_ref().is_some_and(|message| message.is_error));
    session.apply(Action::Dismiss);
    assert_eq!(session.view().message, None);
}

#[test]
fn the_palettes_rows_stay_until_something_else_is_asked_or_shown() {
    let mut session = session();
    session.apply(Action::Run(Command::Palette));
    session.apply(Action::PaletteText("border inflammation".to_owned()));
    let rows = |session: &Session| {
        let hits = session.palette_hits();
        (hits.as_ptr(), hits.iter().map(|hit| hit.text.clone()).collect::<Vec<_>>())
    };
    let before = rows(&session);
    session.apply(Action::Hover(Some(node("depression"))));
    session.apply(Action::PaletteMove(1));
    assert_eq!(rows(&session), before, "they are not even found again");
    session.apply(Action::Run(Command::Reading));
    assert_ne!(rows(&session).1, before.1, "links are told in another way");
    session.apply(Action::PaletteText("neutrophils".to_owned()));
    assert_ne!(rows(&session).1, before.1);
    session.apply(Action::OpenBundled("microglia".to_owned()));
    assert!(session.palette_hits().is_empty(), "it has closed");
}

#[test]
fn a_quiz_that_gives_way_to_a_tour_with_nothing_to_tell_gives_its_drawing_back() {
    let mut session = session();
    let begin = QuizAct::Begin { seed: 1, difficulty: crate::lesson::Difficulty::Easy };
    for task in session.apply(Action::Quiz(begin)) {
        if let Task::MakeSheet { serial, pathway, reading, seed, difficulty } = task {
            let sheet = Arc::new(crate::lesson::sheet(&pathway, reading, seed, difficulty));
            session.apply(Action::SheetMade { serial, sheet });
        }
    }
    assert!(session.teaching().quiz.is_some());
    let tasks = session.apply(Action::Teach(TeachAct::Tell(99)));
    assert!(session.teaching().quiz.is_none());
    let whole = |task: &Task| matches!(task, Task::LayOut { pathway, .. } if Arc::ptr_eq(pathway, session.pathway()));
    assert!(tasks.iter().any(whole), "{tasks:?}");
}
