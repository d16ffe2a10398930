//! Worksheets and quizzes: every answer is confirmed by asking the analysis anew, over all bundled pathways and random
//! ones, and no question gives another one away.
#![expect(clippy::expect_used, clippy::panic, reason = "what a test stands on may end it")]

mod check;
mod marking;

use std::collections::{BTreeMap, BTreeSet};

use pathlight::{
    analysis::{
        lens::Lens,
        loops::{self, loops},
    },
    formats,
    lesson::{Difficulty, QuestionKind, sheet},
    model::{
        Design, Effect, Evidence, Grade, Kind, Lane, Link, Node, Parts, Pathway, Popular, Reading, Stance, ceiling,
    },
    text::missing_glyphs,
};
use proptest::prelude::*;

use check::Check;

const BUNDLED: [&str; 6] =
    ["antidepressants", "atlas", "depression-overview", "inflammation-drive", "microglia", "skull-marrow"];

fn bundled(id: &str) -> Pathway {
    let file = format!("{}/graphs/{id}.pathway.ron", env!("CARGO_MANIFEST_DIR"));
    formats::open(&std::fs::read(file).expect("it is bundled")).expect("it opens").pathway
}

/// The same records in another order.
fn shuffled(pathway: &Pathway, by: usize) -> Pathway {
    let mut parts = pathway.parts();
    let key = |id: &str| id.bytes().fold(by as u64, |sum, b| (sum ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    parts.nodes.sort_by_key(|node| key(node.id.as_str()));
    parts.links.sort_by_key(|link| key(link.id.as_str()));
    parts.sources.sort_by_key(|source| key(source.id.as_str()));
    Pathway::from_parts(parts, Vec::new())
}

fn check_bundled(id: &str) {
    let whole = bundled(id);
    let mut places: BTreeMap<QuestionKind, BTreeSet<usize>> = BTreeMap::new();
    let mut answers: BTreeMap<String, usize> = BTreeMap::new();
    let mut different = BTreeSet::new();
    let mut characters: BTreeSet<char> = BTreeSet::new();
    for seed in 0..200 {
        // Every combination of reading and difficulty, fifty times.
        let reading = if seed % 2 == 0 { Reading::Shown } else { Reading::Told };
        let difficulty = if seed / 2 % 2 == 0 { Difficulty::Easy } else { Difficulty::Hard };
        let made = sheet(&whole, reading, seed, difficulty);
        Check::run(&whole, &made);
        assert!((8..=14).contains(&made.questions.len()), "{id} {seed}: {} questions", made.questions.len());
        if seed < 12 {
            assert_eq!(made, sheet(&whole, reading, seed, difficulty));
            assert_eq!(made, sheet(&shuffled(&whole, seed as usize), reading, seed, difficulty));
        }
        for question in &made.questions {
            places.entry(question.kind).or_default().insert(question.answer);
            if question.kind == QuestionKind::Push {
                *answers.entry(question.right().to_owned()).or_default() += 1;
            }
            let choices = question.choices.iter().flat_map(|choice| choice.chars());
            characters.extend(question.prompt.chars().chain(question.why.chars()).chain(choices));
        }
        different.insert(format!("{:?}", made.questions));
    }
    assert_eq!(missing_glyphs(&characters.iter().collect::<String>()), Vec::<char>::new());
    assert_eq!(different.len(), 200, "two seeds gave the same sheet");
    assert!(
        places.values().all(|places| places.len() >= 2),
        "{id}: a right answer always stands at one place: {places:?}"
    );
    for kind in [QuestionKind::BlankLabel, QuestionKind::MissingLink] {
        assert!(places[&kind].len() >= 3, "{id}: {places:?}");
    }
    assert!(answers.len() == 4 && answers.values().all(|&times| times >= 40), "{id}: {answers:?}");
    for kind in QuestionKind::ALL.into_iter().filter(|kind| *kind != QuestionKind::Loop) {
        assert!(places.contains_key(&kind), "{id} never asks {kind:?}");
    }
    let has_loops =
        !loops(&whole, &Lens::default(), loops::Limits { length: 6, longer: 0, ..loops::Limits::default() })
            .loops
            .is_empty();
    assert_eq!(places.contains_key(&QuestionKind::Loop), has_loops, "{id}");
}

#[test]
fn antidepressants() {
    check_bundled("antidepressants");
}

#[test]
fn atlas() {
    check_bundled("atlas");
}

#[test]
fn depression_overview() {
    check_bundled("depression-overview");
}

#[test]
fn inflammation_drive() {
    check_bundled("inflammation-drive");
}

#[test]
fn microglia() {
    check_bundled("microglia");
}

#[test]
fn skull_marrow() {
    check_bundled("skull-marrow");
}

#[test]
fn every_bundled_pathway_is_tested() {
    let folder = std::fs::read_dir(format!("{}/graphs", env!("CARGO_MANIFEST_DIR"))).expect("the folder is there");
    let names = folder.map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().into_owned());
    let ids: BTreeSet<String> = names.filter_map(|name| name.strip_suffix(".pathway.ron").map(str::to_owned)).collect();
    assert_eq!(ids, BUNDLED.iter().map(|id| (*id).to_owned()).collect());
}

/// A link of a random pathway: its ends, its effect, what the article tells, its grade and its evidence.
type Drawn = (usize, usize, usize, Option<usize>, usize, Vec<(usize, usize, bool)>);

fn random_pathway() -> impl Strategy<Value = Pathway> {
    let evidence = proptest::collection::vec((0..16usize, 0..4usize, any::<bool>()), 0..4);
    let link = (0..30usize, 0..30usize, 0..5usize, proptest::option::of(0..5usize), 0..5usize, evidence);
    let labels = proptest::collection::vec(0..60usize, 1..30);
    (labels, proptest::collection::vec(link, 0..60)).prop_map(|(labels, links)| assembled(&labels, &links))
}

/// Labels of which some are the same, empty, or stand inside of others.
fn label(number: usize) -> String {
    match number {
        0 => String::new(),
        1..=4 => "Card".to_owned(),
        5..=9 => format!("Card Nr{} and more", number + 1),
        10 => "→ a “quoted”, odd [1] name, reinforcing".to_owned(),
        _ => format!("Card Nr{number}"),
    }
}

fn assembled(labels: &[usize], links: &[Drawn]) -> Pathway {
    let mut parts = Parts::default();
    for lane in ["left", "right"] {
        parts.lanes.push(Lane { id: lane.into(), label: lane.to_owned(), extra: Vec::new() });
    }
    for (place, &number) in labels.iter().enumerate() {
        let lane = if number % 2 == 0 { "left" } else { "right" };
        parts.nodes.push(Node::new(&format!("n{place}"), &label(number), Kind::ALL[number % 3], lane));
    }
    for (place, (from, to, effect, told, grade, evidence)) in links.iter().enumerate() {
        let end = |end: &usize| format!("n{}", end % labels.len());
        let mut link = Link::new(&format!("l{place}"), &end(from), &end(to), Effect::ALL[*effect]);
        let says = |effect: &usize| Popular {
            effect: Effect::ALL[*effect],
            says: String::new(),
            note: String::new(),
            extra: Vec::new(),
        };
        link.popular = told.as_ref().map(says);
        link.evidence = evidence.iter().enumerate().map(|(item, drawn)| found(place, item, drawn)).collect();
        link.grade = if *grade == 0 { Grade::X } else { ceiling(&link.evidence) };
        parts.links.push(link);
    }
    Pathway::from_parts(parts, Vec::new())
}

fn found(place: usize, item: usize, &(design, stance, human): &(usize, usize, bool)) -> Evidence {
    Evidence {
        source: format!("s{}", (place + item) % 7).as_str().into(),
        stance: Stance::ALL[stance],
        design: Design::ALL[design],
        species: vec![if human { "human" } else { "mouse" }.to_owned()],
        sample: String::new(),
        finding: String::new(),
        locator: None,
        extra: Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn random_pathways(whole in random_pathway(), seed: u64, told: bool, hard: bool) {
        let reading = if told { Reading::Told } else { Reading::Shown };
        let difficulty = if hard { Difficulty::Hard } else { Difficulty::Easy };
        let made = sheet(&whole, reading, seed, difficulty);
        Check::run(&whole, &made);
        prop_assert!(made.questions.len() <= 14);
        prop_assert_eq!(&made, &sheet(&shuffled(&whole, seed as usize), reading, seed, difficulty));
    }
}

#[test]
fn pathways_that_support_little_give_few_questions_or_none() {
    let small = |text: &str| pathlight::model::notation::parse(text).expect("the test's own notation");
    let kinds = |text: &str| -> BTreeSet<QuestionKind> {
        let whole = small(text);
        let of = |seed| {
            let made = sheet(&whole, Reading::Shown, seed, Difficulty::Easy);
            Check::run(&whole, &made);
            made.questions
        };
        (0..20).flat_map(of).map(|question| question.kind).collect()
    };
    assert!(kinds("").is_empty());
    assert!(kinds("Alone").is_empty());
    // Without evidence there are no grades to tell, and every link is as weak as the next.
    let chain = kinds("Stress -> Nerves -> Marrow -| Calm; Rain -> Flood");
    assert!(chain.contains(&QuestionKind::Push) && chain.contains(&QuestionKind::BlankLabel), "{chain:?}");
    assert!(!chain.contains(&QuestionKind::Loop) && !chain.contains(&QuestionKind::WeakestLink), "{chain:?}");
    assert!(!chain.contains(&QuestionKind::Grade), "{chain:?}");
    assert!(kinds("Stress -> Nerves -> Marrow -| Stress; Marrow -> Rain").contains(&QuestionKind::Loop));
}

#[test]
fn a_dense_pathway_is_cut_to_what_a_page_can_show() {
    let mut parts = Parts::default();
    for a in 0..40 {
        parts.nodes.push(Node::new(&format!("n{a}"), &format!("Card Nr{a}"), Kind::Cell, "all"));
    }
    for (a, b) in (0..40).flat_map(|a| (0..40).map(move |b| (a, b))).filter(|(a, b)| a != b) {
        parts.links.push(Link::new(&format!("l{a}_{b}"), &format!("n{a}"), &format!("n{b}"), Effect::ALL[(a * b) % 5]));
    }
    let whole = Pathway::from_parts(parts, Vec::new());
    for seed in 0..10 {
        let made = sheet(&whole, Reading::Shown, seed, Difficulty::Hard);
        Check::run(&whole, &made);
        assert!(made.part.links().len() <= 36, "{} links", made.part.links().len());
    }
}
