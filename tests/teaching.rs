//! Whole lessons in the real window, by keys alone.
#![expect(clippy::expect_used, reason = "what a test stands on may end it")]

use std::sync::Arc;

use egui::{Event, Key, Modifiers, Shape, epaint::ClippedShape, vec2};
use egui_kittest::{Harness, kittest::Queryable as _};
use pathlight::{
    analysis::whatif::Outcome,
    app::{App, Inline},
    lesson::{Phase, QuestionKind},
    model::Level,
    session::{Action, Command, Item, MapAct, Mark, QuizAct, STAGE_TEXT, Settings, TeachAct, ThemeChoice},
};

type Window = Harness<'static, App>;

fn window_of(width: f32, height: f32, theme: ThemeChoice) -> Window {
    let settings = Settings { theme, reduced_motion: true, ..Settings::default() };
    Harness::builder()
        .with_size(vec2(width, height))
        .with_max_steps(200)
        .build_eframe(|creation| App::new(&creation.egui_ctx, settings, Box::new(Inline::default())))
}

fn window() -> Window {
    let mut window = window_of(1280.0, 720.0, ThemeChoice::Light);
    window.run();
    window
}

fn press(window: &mut Window, key: Key) {
    window.key_press(key);
    window.run();
}

fn apply(window: &mut Window, action: Action) {
    let ctx = window.ctx.clone();
    window.state_mut().apply(action, &ctx);
    window.run();
}

/// The number of the step that is told, from 1.
fn step(window: &Window) -> usize {
    window.state().session().teaching().telling.as_ref().map_or(0, |telling| telling.number() + 1)
}

fn phase(window: &Window) -> Phase {
    window.state().session().teaching().telling.as_ref().expect("a tour is told").phase()
}

fn presents(window: &Window) -> bool {
    window.state().session().presents()
}

fn outcome(window: &Window) -> Option<Outcome> {
    window.state().session().verdict().map(|verdict| verdict.outcome)
}

#[test]
fn a_whole_lesson_by_keyboard_alone() {
    let mut window = window();
    // Open: through the palette, by typing.
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run();
    window.event(Event::Text("skull marrow and mood".to_owned()));
    window.run();
    press(&mut window, Key::Enter);
    assert_eq!(window.state().session().bundled(), Some("skull-marrow"));
    // Present.
    press(&mut window, Key::F5);
    assert!(presents(&window));
    assert_eq!(step(&window), 1);
    // Every way of going on, until the whole tour is told; hands are counted and answers revealed on the way.
    let onwards = [Key::ArrowRight, Key::Space, Key::PageDown, Key::ArrowDown, Key::N];
    let (mut seen, mut predicted) = (vec![1], 0);
    for key in onwards.into_iter().cycle().take(60) {
        if phase(&window) == Phase::Asked {
            for number in [Key::Num1, Key::Num1, Key::Num2, Key::Num4] {
                press(&mut window, number);
            }
            window.key_press_modifiers(Modifiers::SHIFT, Key::Num2);
            window.run();
            let votes = window.state().session().teaching().prediction.as_ref().map(|asked| asked.votes);
            assert_eq!(votes, Some([2, 0, 0, 1]));
            assert_eq!(outcome(&window), None, "the answer is not given away");
            press(&mut window, key);
            assert_eq!(phase(&window), Phase::Revealed);
            assert!(outcome(&window).is_some(), "the answer and why");
            predicted += 1;
        }
        press(&mut window, key);
        if seen.last() != Some(&step(&window)) {
            seen.push(step(&window));
        }
    }
    let steps = window.state().session().pathway().tours()[0].steps.len();
    assert_eq!(seen, (1..=steps).collect::<Vec<_>>());
    assert!(steps >= 10 && predicted >= 2, "{steps} steps, {predicted} predictions");
    // A card is explained by Tab and Enter, and the explanation goes with the next step.
    press(&mut window, Key::Home);
    press(&mut window, Key::Tab);
    press(&mut window, Key::Enter);
    let shown = window.state().session().view().selected().cloned();
    assert!(matches!(shown, Some(Item::Node(_))), "{shown:?}");
    press(&mut window, Key::ArrowRight);
    assert_eq!((window.state().session().view().selected(), step(&window)), (None, 2));
    press(&mut window, Key::ArrowLeft);
    assert_eq!(step(&window), 1);
    // Spotlight on and off, and back.
    press(&mut window, Key::S);
    assert!(window.state().session().teaching().stage.expect("on stage").spotlight);
    press(&mut window, Key::S);
    press(&mut window, Key::Escape);
    assert!(!presents(&window));
    assert!(window.query_by_label("Search nodes and links").is_some() || window.query_by_label("Outline").is_some());
}

#[test]
fn a_whole_lesson_by_page_down_b_and_escape() {
    let mut window = window();
    press(&mut window, Key::PageDown);
    assert!(presents(&window), "a clicker begins");
    let (mut asked, mut revealed, mut last) = (0, 0, 1);
    for turn in 0..60 {
        if turn == 3 {
            press(&mut window, Key::B);
            assert!(window.state().session().teaching().stage.expect("on stage").black);
            assert_eq!(texts(&window), Vec::<(String, f32)>::new(), "nothing is shown");
            let drawn = |clipped: &ClippedShape| matches!(clipped.shape, Shape::Mesh(_));
            assert!(!window.output().shapes.iter().any(drawn), "nothing is shown");
            // The next press shows the same step again.
            let before = step(&window);
            press(&mut window, Key::PageDown);
            assert!(!window.state().session().teaching().stage.expect("on stage").black);
            assert_eq!(step(&window), before);
        }
        asked += usize::from(phase(&window) == Phase::Asked);
        revealed += usize::from(phase(&window) == Phase::Revealed && outcome(&window).is_some());
        if step(&window) == window.state().session().pathway().tours()[0].steps.len() {
            break;
        }
        press(&mut window, Key::PageDown);
        last = last.max(step(&window));
    }
    assert!(last >= 10 && asked >= 2 && revealed >= 2, "{last} steps, {asked} asked, {revealed} revealed");
    press(&mut window, Key::Escape);
    assert!(!presents(&window));
    press(&mut window, Key::Escape);
    window.run();
}

/// Every text that is painted, with its size in px.
fn texts(window: &Window) -> Vec<(String, f32)> {
    fn gather(shape: &Shape, found: &mut Vec<(String, f32)>) {
        match shape {
            Shape::Text(text) => {
                let sizes = text.galley.job.sections.iter().map(|section| section.format.font_id.size);
                let size = sizes.fold(f32::INFINITY, f32::min);
                if !text.galley.text().trim().is_empty() {
                    found.push((text.galley.text().to_owned(), size));
                }
            }
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| gather(shape, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in &window.output().shapes {
        gather(&clipped.shape, &mut found);
    }
    found
}

/// Every text, drawn anew: the canvas keeps its last two drawings as triangles, so it gets two other sizes before.
fn texts_drawn_anew(window: &mut Window) -> Vec<(String, f32)> {
    let size = window.ctx.content_rect().size();
    for wider in [0.5, 1.0, 0.0] {
        window.set_size(size + vec2(wider, 0.0));
        window.step();
    }
    texts(window)
}

#[test]
fn a_back_row_can_read_every_text() {
    for (width, height) in [(1280.0, 720.0), (1920.0, 1080.0)] {
        for bundled in pathlight::session::library::all() {
            let mut window = window_of(width, height, ThemeChoice::Projector);
            window.run();
            apply(&mut window, Action::OpenBundled(bundled.id.to_owned()));
            press(&mut window, Key::F5);
            let least = STAGE_TEXT * height / 720.0;
            let mut cards = 0;
            for _ in 0..40 {
                let texts = texts_drawn_anew(&mut window);
                let small: Vec<_> = texts.iter().filter(|(_, size)| *size < least - 0.01).collect();
                assert!(small.is_empty(), "{} step {}: {small:?}", bundled.id, step(&window));
                let picture = window.state().session().picture().expect("a slide");
                cards = cards.max(picture.cards.len());
                let labels: String = texts.iter().map(|(text, _)| format!("{text}\n")).collect();
                for card in &picture.cards {
                    let first = card.label.lines.first().expect("a label has a line");
                    assert!(labels.contains(first.as_str()), "{} step {}: {first}", bundled.id, step(&window));
                }
                press(&mut window, Key::PageDown);
            }
            assert!(cards >= 5, "slides show the story so far where there is room: {cards}");
        }
    }
}

#[test]
fn what_is_not_told_yet_is_faint_in_the_window_and_absent_on_a_slide() {
    let mut window = window();
    apply(&mut window, Action::Teach(TeachAct::Tell(0)));
    let session = window.state().session();
    let untold = |id: &str| session.is_untold(&Item::Node(id.into()));
    assert!(!untold("chronic_stress") && untold("depression"));
    let all = session.picture().expect("a picture").cards.len();
    assert_eq!(all, session.pathway().nodes().len());
    press(&mut window, Key::F5);
    let session = window.state().session();
    assert_eq!(session.picture().expect("a slide").cards.len(), 1);
    press(&mut window, Key::Escape);
    // Nothing stays faded, and nothing is lost.
    let session = window.state().session();
    assert_eq!(session.picture().expect("a picture").cards.len(), all);
    assert!(!session.is_untold(&Item::Node("depression".into())) && session.lit().is_none());
    assert_eq!(step(&window), 0);
    press(&mut window, Key::PageDown);
    assert_eq!(step(&window), 1, "it goes on where it was left");
}

#[test]
fn leaving_a_presentation_gives_the_plain_picture_back() {
    let mut window = window();
    let before = texts_drawn_anew(&mut window);
    press(&mut window, Key::F5);
    for _ in 0..3 {
        press(&mut window, Key::PageDown);
    }
    press(&mut window, Key::Escape);
    let session = window.state().session();
    assert!(!presents(&window) && session.teaching().telling.is_none() && session.lit().is_none());
    assert!(session.pathway().nodes().all(|node| !session.is_untold(&Item::Node(node.id.clone()))));
    assert_eq!(texts_drawn_anew(&mut window), before);
}

#[test]
fn escape_closes_an_explanation_and_not_the_presentation() {
    let mut window = window();
    press(&mut window, Key::F5);
    press(&mut window, Key::Tab);
    press(&mut window, Key::Enter);
    assert!(window.state().session().view().selected().is_some());
    press(&mut window, Key::Escape);
    assert!(window.state().session().view().selected().is_none() && presents(&window));
    press(&mut window, Key::Escape);
    assert!(!presents(&window));
}

#[test]
fn a_black_screen_is_lifted_by_both_keys_of_a_clicker_and_nothing_moves() {
    let mut window = window();
    press(&mut window, Key::F5);
    press(&mut window, Key::PageDown);
    press(&mut window, Key::PageDown);
    let (before, phase_before) = (step(&window), phase(&window));
    for key in [Key::PageUp, Key::PageDown, Key::Home, Key::Escape] {
        press(&mut window, Key::B);
        assert!(window.state().session().teaching().stage.expect("on stage").black);
        press(&mut window, key);
        assert!(!window.state().session().teaching().stage.expect("still on stage").black);
        assert_eq!((step(&window), phase(&window)), (before, phase_before), "{key:?}");
    }
}

#[test]
fn a_branch_back_to_the_tour_that_runs_leads_back() {
    let mut window = window();
    let case = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/branch-back.pathway.ron");
    apply(&mut window, Action::OpenFile(case));
    press(&mut window, Key::F5);
    let tour = |window: &Window| {
        let telling = window.state().session().teaching().telling.as_ref();
        telling.map(|telling| telling.tour().title.clone())
    };
    for expected in ["Main", "Aside", "Main", "Aside"] {
        assert_eq!(tour(&window).as_deref(), Some(expected));
        press(&mut window, Key::Num1);
    }
    press(&mut window, Key::PageDown);
    assert_eq!((tour(&window).as_deref(), step(&window)), (Some("Main"), 2));
}

#[test]
fn a_quiz_fills_the_whole_screen_in_letters_that_a_back_row_reads() {
    for (width, height) in [(1280.0, 720.0), (1920.0, 1080.0)] {
        let mut window = window_of(width, height, ThemeChoice::Projector);
        window.run();
        let begin = QuizAct::Begin { seed: 1, difficulty: pathlight::lesson::Difficulty::Easy };
        apply(&mut window, Action::Quiz(begin));
        press(&mut window, Key::F5);
        let all = window.state().session().teaching().quiz.as_ref().expect("a quiz").sheet.questions.clone();
        for question in &all {
            assert!(window.query_by_label(&question.prompt).is_some(), "{}", question.prompt);
            let caption = |window: &Window, text: &str| {
                let texts = texts(window);
                texts.into_iter().find(|(painted, _)| painted.contains(text)).map(|(_, size)| size)
            };
            let asked: Vec<Item> = window
                .state()
                .session()
                .lit()
                .map(|lit| lit.nodes.keys().cloned().map(Item::Node).collect())
                .unwrap_or_default();
            for item in asked {
                let Item::Node(id) = &item else { continue };
                let picture = window.state().session().picture().expect("a slide");
                assert!(picture.card_of(id).is_some(), "what is asked is on the slide");
            }
            let size = caption(&window, &question.prompt).expect("it is painted");
            assert!(size >= STAGE_TEXT * height / 720.0 - 0.01, "{size}");
            press(&mut window, [Key::Num1, Key::Num2][usize::from(question.answer == 0)]);
            let size = caption(&window, &question.why).expect("why is painted");
            assert!(size >= STAGE_TEXT * height / 720.0 - 0.01, "{size}");
            press(&mut window, Key::PageDown);
        }
        let score = window.state().session().teaching().quiz.as_ref().map(pathlight::session::Quiz::score);
        assert_eq!(score.map(|(answered, _)| answered), Some(all.len()));
    }
}

#[test]
fn a_teacher_asks_about_any_card_in_the_window() {
    let mut window = window();
    apply(&mut window, Action::Focus(Some(Item::Node("chronic_stress".into()))));
    apply(&mut window, Action::Run(Command::Raise));
    apply(&mut window, Action::Focus(Some(Item::Node("meningeal_neutrophils".into()))));
    // In the window the what-if is answered at once; the question puts its light out again.
    assert!(window.state().session().lit().is_some_and(|lit| lit.nodes.values().any(|mark| *mark == Mark::More)));
    apply(&mut window, Action::Run(Command::AskTheClass));
    assert_eq!(marks(&window), [("chronic_stress".to_owned(), Mark::Raised)]);
    apply(&mut window, Action::Run(Command::Teach));
    assert!(window.query_by_label_contains("If “Chronic stress” is raised, what becomes of").is_some());
    assert_eq!(outcome(&window), None);
    window.get_by_label("Show the answer").click();
    window.run();
    // One of the routes runs over a link whose direction nobody knows.
    assert_eq!(outcome(&window), Some(Outcome::Undecided));
    assert!(window.query_by_label("Answer: cannot say.").is_some());
    assert!(window.state().session().lit().is_some_and(|lit| !lit.nodes.is_empty()));
    window.get_by_label("Drop").click();
    window.run();
    assert!(window.state().session().lit().is_none());
}

/// What is lit, with what is said of it.
fn marks(window: &Window) -> Vec<(String, Mark)> {
    let lit = window.state().session().lit();
    lit.into_iter().flat_map(|lit| &lit.nodes).map(|(id, mark)| (id.to_string(), *mark)).collect()
}

#[test]
fn on_the_whole_screen_cards_are_pushed_and_asked_about_by_keys() {
    let mut window = window();
    press(&mut window, Key::F5);
    press(&mut window, Key::PageDown);
    assert_eq!(step(&window), 2);
    let focus = |window: &mut Window, id: &str| apply(window, Action::Focus(Some(Item::Node(id.into()))));
    focus(&mut window, "chronic_stress");
    press(&mut window, Key::I);
    let raised = ("chronic_stress".to_owned(), Mark::Raised);
    assert!(marks(&window).contains(&raised), "{:?}", marks(&window));
    assert!(!marks(&window).iter().any(|(_, mark)| *mark == Mark::More), "the class answers first");
    focus(&mut window, "noradrenaline");
    press(&mut window, Key::Q);
    press(&mut window, Key::Num1);
    assert!(!marks(&window).iter().any(|(_, mark)| *mark == Mark::More), "the class answers first");
    press(&mut window, Key::PageDown);
    assert_eq!((outcome(&window), step(&window)), (Some(Outcome::More), 2));
    assert!(marks(&window).contains(&("noradrenaline".to_owned(), Mark::More)));
    press(&mut window, Key::PageDown);
    assert_eq!((outcome(&window), step(&window)), (None, 3));
    assert!(!marks(&window).contains(&raised), "the next step begins afresh");
    // What cannot be asked is said where it can be read, and nothing opens that cannot be seen.
    focus(&mut window, "noradrenaline");
    press(&mut window, Key::Q);
    assert!(window.query_by_label_contains("First raise or lower a card").is_some());
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run();
    assert!(window.state().session().view().palette.is_none());
}

#[test]
fn the_spotlight_leaves_only_the_pointers_surroundings_bright() {
    let mut window = window();
    press(&mut window, Key::F5);
    window.hover_at(egui::pos2(400.0, 300.0));
    press(&mut window, Key::S);
    let shades = |window: &Window| {
        let meshes = window.output().shapes.iter().filter_map(|clipped| match &clipped.shape {
            Shape::Mesh(mesh) => Some(mesh.calc_bounds()),
            _ => None,
        });
        meshes.filter(|bounds| bounds.contains_rect(window.ctx.content_rect())).count()
    };
    assert_eq!(shades(&window), 1);
    press(&mut window, Key::S);
    assert_eq!(shades(&window), 0);
}

#[test]
fn leaving_the_stage_gives_the_drawing_back_that_was_there() {
    let mut window = window();
    let before = window.state().session().picture().cloned();
    press(&mut window, Key::F5);
    press(&mut window, Key::PageDown);
    press(&mut window, Key::Escape);
    assert_eq!(window.state().session().picture(), before.as_ref());
}

#[test]
fn a_step_that_names_what_is_gone_is_flagged_and_harms_nothing() {
    let mut window = window();
    let mut parts = window.state().session().pathway().parts();
    parts.tours[0].steps[1].show.push("nowhere".to_owned());
    let pathway = pathlight::model::Pathway::from_parts(parts, Vec::new());
    let file = std::env::temp_dir().join(format!("pathlight-gone-{}.pathway.ron", std::process::id()));
    std::fs::write(&file, pathlight::formats::save(&pathway)).expect("a temporary file can be written");
    apply(&mut window, Action::OpenFile(file.clone()));
    std::fs::remove_file(file).expect("it is there");
    let session = window.state().session();
    assert_eq!(session.tours()[0].gone.iter().collect::<Vec<_>>(), [&1]);
    assert!(session.problems().iter().any(|problem| problem.to_string().contains("nowhere")));
    apply(&mut window, Action::Run(Command::Teach));
    assert!(window.query_by_label_contains("14 steps; 1 of them names").is_some());
    apply(&mut window, Action::Teach(TeachAct::Tell(0)));
    apply(&mut window, Action::Teach(TeachAct::Next));
    assert!(window.query_by_label_contains("“nowhere”, which is not there any more").is_some());
    press(&mut window, Key::F5);
    press(&mut window, Key::PageDown);
    assert_eq!(step(&window), 3);
}

#[test]
fn loops_routes_answers_and_the_whole_become_tours_in_one_click() {
    let mut window = window();
    apply(&mut window, Action::Run(Command::AskLoops));
    apply(&mut window, Action::Ask(pathlight::session::AskAct::Light(0)));
    apply(&mut window, Action::Run(Command::Teach));
    window.get_by_label("Of the lit loop").click();
    window.run();
    let told = window.state().session().teaching().telling.as_ref().map(|telling| telling.tour().title.clone());
    assert!(told.as_ref().is_some_and(|title| title.starts_with("The loop through")), "{told:?}");
    window.get_by_label("Stop").click();
    window.run();
    window.get_by_label("Of the whole pathway").click();
    window.run();
    let tour = window.state().session().teaching().telling.as_ref().map(|telling| Arc::clone(telling.tour()));
    assert_eq!(tour.map(|tour| tour.steps.len()), Some(window.state().session().pathway().nodes().len()));
    assert_eq!(window.state().session().teaching().made.len(), 2);
    press(&mut window, Key::F5);
    press(&mut window, Key::PageDown);
    assert_eq!(step(&window), 2);
}

#[test]
fn a_pathway_without_tours_is_told_as_a_whole_and_an_empty_one_does_no_harm() {
    let mut window = window();
    for (text, steps) in [("a -> b -> c", 3), ("", 0)] {
        let pathway = pathlight::model::notation::parse(text).expect("notation");
        let file = std::env::temp_dir().join(format!("pathlight-lesson-{}-{steps}.pathway.ron", std::process::id()));
        std::fs::write(&file, pathlight::formats::save(&pathway)).expect("a temporary file can be written");
        apply(&mut window, Action::OpenFile(file.clone()));
        press(&mut window, Key::PageDown);
        let told = window.state().session().teaching().telling.as_ref().map_or(0, |t| t.tour().steps.len());
        assert_eq!(told, steps);
        for key in [Key::PageDown, Key::End, Key::Home, Key::Num3, Key::Tab, Key::Enter, Key::V, Key::V] {
            press(&mut window, key);
        }
        // What is explained closes first.
        press(&mut window, Key::Escape);
        press(&mut window, Key::Escape);
        assert!(!presents(&window));
        std::fs::remove_file(file).expect("it is there");
    }
}

#[test]
fn a_quiz_hides_what_it_asks_marks_itself_and_gives_the_pathway_back() {
    let mut window = window();
    apply(&mut window, Action::Run(Command::Teach));
    window.get_by_label("Quiz").click();
    window.run();
    window.get_by_label("Begin").click();
    window.run();
    let sheet = Arc::clone(&window.state().session().teaching().quiz.as_ref().expect("a quiz").sheet);
    let blank = sheet.questions.iter().find(|q| q.kind == QuestionKind::BlankLabel).expect("a blank card");
    let hidden = Item::Node(blank.nodes[0].clone());
    let name = |window: &Window| hidden.spoken_in(window.state().session().drawn(), sheet.reading);
    assert!(!name(&window).contains(blank.right()), "{}", name(&window));
    // Details would give the answer away.
    apply(&mut window, Action::Open(hidden.clone()));
    assert_eq!(window.state().session().view().selected(), None);
    // Answered: rightly, then wrongly in turn; every answer is explained at once.
    for (number, question) in sheet.questions.iter().enumerate() {
        let choice = if number % 2 == 0 { question.answer } else { (question.answer + 1) % question.choices.len() };
        apply(&mut window, Action::Quiz(QuizAct::Show(number)));
        apply(&mut window, Action::Quiz(QuizAct::Choose(choice)));
        assert!(window.query_by_label(&question.why).is_some(), "{}", question.prompt);
        let said = if number % 2 == 0 { "Right." } else { "Not this time." };
        assert!(window.query_by_label_contains(said).is_some(), "{said}");
        // The first answer counts.
        apply(&mut window, Action::Quiz(QuizAct::Choose(question.answer)));
    }
    let all = sheet.questions.len();
    let score = window.state().session().teaching().quiz.as_ref().map(pathlight::session::Quiz::score);
    assert_eq!(score, Some((all, all.div_ceil(2))));
    assert!(name(&window).contains(blank.right()), "an answered blank is filled in");
    assert_eq!(**window.state().session().drawn(), sheet.part, "nothing is hidden any more");
    apply(&mut window, Action::Quiz(QuizAct::End));
    let session = window.state().session();
    assert_eq!(session.picture().expect("a picture").cards.len(), session.pathway().nodes().len());
    apply(&mut window, Action::Open(hidden.clone()));
    assert_eq!(window.state().session().view().selected(), Some(&hidden));
}

#[test]
fn a_students_map_is_typed_and_marked() {
    let mut window = window();
    apply(&mut window, Action::Run(Command::Teach));
    window.get_by_label("Student’s map").click();
    window.run();
    window.get_by_label("Lines of the map").focus();
    window.run();
    let lines = "chronic stress -> sympathetic nerves\nskull-dura channels -| neutrophils in the meninges\nmoonlight -> depression";
    window.event(Event::Text(lines.to_owned()));
    window.run();
    window.get_by_label("Mark it").click();
    window.run();
    let map = window.state().session().map();
    let marks = Arc::clone(map.marks().expect("marked").as_ref().expect("it can be read"));
    assert_eq!((marks.counts.correct, marks.counts.wrong_sign, marks.counts.unknown_nodes), (1, 1, 1));
    assert!(window.query_by_label(&marks.summary).is_some());
    assert!(window.query_by_label("correct").is_some() || window.query_by_label("✓ correct").is_some());
    apply(&mut window, Action::Map(MapAct::Words));
    assert!(window.query_by_label("Anti-inflammatory drugs").is_some());
    // What cannot be read is said with its line, and nothing is lost.
    apply(&mut window, Action::Map(MapAct::Text("a -> ".to_owned())));
    apply(&mut window, Action::Map(MapAct::Mark));
    assert!(window.query_by_label_contains("This cannot be read: line 1").is_some());
    assert_eq!(window.state().session().map().text(), "a -> ");
}

#[test]
fn pictures_and_worksheets_are_saved_where_somebody_says() {
    let mut window = window();
    let folder = std::env::temp_dir().join(format!("pathlight-save-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a temporary folder");
    for (command, name, files) in [
        (Command::SavePicture, "figure.svg", vec!["figure.svg"]),
        (Command::SavePicture, "figure.png", vec!["figure.png"]),
        (Command::SavePicture, "figure.pdf", vec!["figure.pdf"]),
        (Command::SaveWorksheet, "sheet.pdf", vec!["sheet.pdf", "sheet-key.pdf"]),
    ] {
        apply(&mut window, Action::Run(command));
        apply(&mut window, Action::Picked(Some(folder.join(name))));
        assert!(window.query_by_label_contains("Written:").is_some(), "{name}");
        for file in files {
            assert!(std::fs::metadata(folder.join(file)).expect(file).len() > 1_000, "{file}");
        }
    }
    // Where there is no dialog a path is typed; an ending that says nothing is refused in one sentence.
    apply(&mut window, Action::Run(Command::SavePicture));
    apply(&mut window, Action::NoDialog);
    assert!(window.query_by_label("Save as").is_some());
    apply(&mut window, Action::OpenFile(folder.join("figure.doc")));
    assert!(window.query_by_label_contains("end it in .svg, .png or .pdf").is_some());
    std::fs::remove_dir_all(folder).expect("it is there");
}

#[test]
fn texts_change_with_the_level_where_a_pathway_has_several() {
    let mut window = window();
    apply(&mut window, Action::Open(Item::Node("chronic_stress".into())));
    let pathway = Arc::clone(window.state().session().pathway());
    let node = pathway.node(&"chronic_stress".into()).expect("it is there");
    assert!(window.query_by_label(&node.explanation).is_some());
    window.get_by_label("For: everybody ▾").click();
    window.run();
    window.get_by_label("pupil").click();
    window.run();
    let plain = node.explanation_at(Some(Level::Pupil));
    assert_ne!(plain, node.explanation);
    assert!(window.query_by_label(plain).is_some());
    apply(&mut window, Action::OpenBundled("antidepressants".to_owned()));
    assert_eq!(window.state().session().level(), None, "that pathway has no texts for pupils");
}
