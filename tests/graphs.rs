//! Every shipped pathway through everything: reading, checking, writing, drawing, and the fonts that show it.
#![expect(clippy::expect_used, reason = "what a test stands on may end it")]

use std::ops::ControlFlow;

use pathlight::{
    analysis::{
        lens::Lens,
        loops::{Limits, LoopKind, loops},
    },
    export::marks_over,
    formats,
    model::{LinkId, NodeId, Reading},
    picture::{Arrangement, Brief, LanesBy, Stands, picture, picture_watched},
    session::{Answer, Command, Question, answer, library},
    signs::places::Faults,
    text::{Measure, missing_glyphs},
    theme::Themes,
};

fn shipped() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("graphs");
    let mut files: Vec<(String, String)> = std::fs::read_dir(folder)
        .expect("graphs can be read")
        .map(|entry| entry.expect("graphs can be read").path())
        .map(|path| {
            let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).expect("it is text"))
        })
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

#[test]
fn every_file_is_bundled_and_named_after_its_id() {
    for (name, text) in shipped() {
        let id = name.strip_suffix(".pathway.ron").expect("pathway files end in .pathway.ron");
        let bundled = library::find(id).unwrap_or_else(|| panic!("{name} is not in the library"));
        assert_eq!(bundled.text(), text);
    }
    assert_eq!(library::all().len(), shipped().len());
}

#[test]
fn every_file_is_without_errors_and_stays_byte_for_byte() {
    for (name, text) in shipped() {
        let opened = formats::open(text.as_bytes()).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
        let errors: Vec<String> = opened.problems.iter().filter(|p| p.is_error()).map(ToString::to_string).collect();
        assert_eq!(errors, Vec::<String>::new(), "{name}");
        assert!(opened.pathway.misfits().is_empty(), "{name}");
        assert_eq!(formats::save(&opened.pathway), text, "{name} is not in the form in which it is saved");
    }
}

#[test]
fn every_link_says_on_what_it_stands() {
    for (name, text) in shipped() {
        let pathway = formats::open(text.as_bytes()).expect("it opens").pathway;
        for link in pathway.links() {
            let stands = !link.evidence.is_empty() || link.no_source_found.is_some();
            assert!(stands, "{name}: {} has neither evidence nor a word that none was found", link.id);
            for evidence in &link.evidence {
                assert!(pathway.source(&evidence.source).is_some(), "{name}: {}", evidence.source);
            }
        }
    }
}

#[test]
fn every_picture_is_clean_and_always_the_same() {
    let mut measure = Measure::default();
    for (name, text) in shipped() {
        let pathway = formats::open(text.as_bytes()).expect("it opens").pathway;
        let drawn = picture(&pathway, &mut measure, 1.75);
        let m = &drawn.metrics;
        assert_eq!((m.node_overlaps, m.links_through_nodes, m.lane_intruders), (0, 0, 0), "{name}");
        assert_eq!(picture(&pathway, &mut measure, 1.75), drawn, "{name}");
        assert_eq!((drawn.cards.len(), drawn.wires.len()), (pathway.nodes().len(), pathway.links().len()));
    }
}

/// Every pathway in all its lanes as it is exported: no name of a lane, no badge, no pill and no mark of a loop lies on the
/// end or the start of a link, on a text or on another mark.
#[test]
fn marks_cover_nothing_on_any_picture() {
    let (mut measure, palette) = (Measure::default(), Themes::bundled().light);
    for (name, text) in shipped() {
        let pathway = formats::open(text.as_bytes()).expect("it opens").pathway;
        let told = match answer(&pathway, &Lens::default(), &Question::Loops(0)).expect("loops are found") {
            Answer::Loops { told, .. } => told,
            other => panic!("{other:?}"),
        };
        let closing: Vec<LinkId> = told.into_iter().filter_map(|one| one.closing).collect();
        for lanes in LanesBy::ALL {
            let arrangement = Arrangement { lanes, ..Arrangement::default() };
            let brief = Brief { arrangement: &arrangement, aspect: 1.6, before: None };
            let drawn = picture_watched(&pathway, &mut measure, brief, &mut |_| ControlFlow::Continue(()));
            let over = marks_over(&pathway, &drawn.expect("nobody stops it"), &closing, &palette);
            assert_eq!(over, Faults::default(), "{name}, {lanes:?}");
        }
    }
}

#[test]
fn the_main_chain_runs_forward_and_the_loop_closes() {
    let text = library::find("skull-marrow").expect("it is bundled").text();
    let pathway = formats::open(text.as_bytes()).expect("it opens").pathway;
    let drawn = picture(&pathway, &mut Measure::default(), 1.75);
    let x = |id: &str| {
        drawn.cards.iter().find(|card| card.stands == Stands::Node(NodeId::new(id))).map(|card| card.x).expect(id)
    };
    let chain = [
        "chronic_stress",
        "sympathetic_ns",
        "skull_marrow",
        "skull_channels",
        "meningeal_neutrophils",
        "meningeal_inflammation",
        "depression",
    ];
    assert!(chain.windows(2).all(|pair| x(pair[0]) < x(pair[1])), "the story runs from left to right");
    let returning: Vec<&str> =
        drawn.wires.iter().filter(|wire| wire.returns).map(|wire| wire.links[0].as_str()).collect();
    let declared: Vec<&str> = pathway.links().filter(|link| link.returns).map(|link| link.id.as_str()).collect();
    assert_eq!(returning, declared, "only the declared link leads back");

    let through_stress = |reading| {
        let lens = Lens { reading, ..Lens::default() };
        let found = loops(&pathway, &lens, Limits::default());
        let stress = found.loops.into_iter().filter(|l| l.nodes.iter().any(|n| n.as_str() == "chronic_stress"));
        stress.map(|l| l.kind).collect::<Vec<_>>()
    };
    assert!(through_stress(Reading::Shown).contains(&LoopKind::Reinforcing));
    assert!(through_stress(Reading::Shown).contains(&LoopKind::Undecided), "the article's loop rests on a guess");
    assert!(!through_stress(Reading::Told).contains(&LoopKind::Undecided), "as told, every loop is sure of itself");
}

#[test]
fn every_character_has_a_glyph() {
    for (name, text) in shipped() {
        assert_eq!(missing_glyphs(&text), Vec::<char>::new(), "{name}");
    }
    let analysis = ["diff", "loops", "prose", "whatif"].map(|part| format!("core/analysis/{part}"));
    for module in ["ui", "canvas", "session", "words"].map(str::to_owned).into_iter().chain(analysis) {
        for path in sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(module)) {
            let text = std::fs::read_to_string(&path).expect("it is text");
            assert_eq!(missing_glyphs(&text), Vec::<char>::new(), "{}", path.display());
        }
    }
    let labels: String = Command::ALL.iter().map(|command| command.label()).collect();
    assert_eq!(missing_glyphs(&labels), Vec::<char>::new());
}

/// The Rust files in a folder and in the folders inside it.
fn sources(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).expect("src can be read");
    let (folders, files): (Vec<_>, Vec<_>) =
        entries.map(|entry| entry.expect("src can be read").path()).partition(|path| path.is_dir());
    let inside = folders.iter().flat_map(|folder| sources(folder));
    files.into_iter().filter(|path| path.extension().is_some_and(|end| end == "rs")).chain(inside).collect()
}
