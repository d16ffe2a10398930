//! Worksheets: what is on them and what is not, and that nothing is broken across pages.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::{
    export::{Meta, pdf, svg, testing::text_of},
    lesson::{Blanks, Question, QuestionKind},
    model::{Link, NodeId, notation},
    text::Shaper,
};

fn question(number: u32, kind: QuestionKind, choices: &[&str]) -> Question {
    Question {
        number,
        kind,
        prompt: format!("Question number {number}: what goes there, and what makes you think so?"),
        choices: choices.iter().map(|&choice| choice.to_owned()).collect(),
        answer: 1,
        written: false,
        why: "Because the sources show it.".to_owned(),
        sources: Vec::new(),
        nodes: Vec::new(),
        links: Vec::new(),
    }
}

fn sheet() -> Sheet {
    let part =
        notation::parse("stress -> cortisol -| bdnf; cortisol -> sugar; bdnf -> mood -| stress").expect("notation");
    let link = |wanted: &dyn Fn(&Link) -> bool| part.links().find(|link| wanted(link)).expect("a link").id.clone();
    let blanks = Blanks {
        labels: BTreeMap::from([(NodeId::new("cortisol"), 1)]),
        signs: BTreeMap::from([(link(&|link| link.to.as_str() == "mood"), 2)]),
        links: BTreeSet::from([link(&|link| link.to.as_str() == "sugar")]),
    };
    let questions = vec![
        question(1, QuestionKind::BlankLabel, &["insulin", "a glucocorticoid", "leptin"]),
        question(2, QuestionKind::BlankSign, &["no idea", "more of it"]),
        question(3, QuestionKind::MissingLink, &["x to y", "y to z"]),
        Question { written: true, ..question(4, QuestionKind::Loop, &["none", "a secret loop"]) },
    ];
    Sheet {
        title: "Stress and mood".to_owned(),
        seed: 42,
        difficulty: Difficulty::Easy,
        reading: Reading::Shown,
        part,
        blanks,
        word_list: Vec::new(),
        questions,
    }
}

fn texts(pages: &[Page]) -> String {
    pages.iter().flat_map(Page::texts).map(|text| text.text.clone() + "\n").collect()
}

#[test]
fn what_is_asked_for_is_not_on_the_worksheet_but_in_the_key() {
    let (sheet, mut measure) = (sheet(), Measure::default());
    let pages = worksheet(&sheet, Paper::A4, &mut measure);
    let markup: String = pages.iter().map(svg).collect();
    let meta = Meta { title: worksheet_title(&sheet), ..Meta::default() };
    let searched = text_of(&pdf(&pages, &meta).expect("pages")).concat();
    for found in [&markup, &searched] {
        for secret in ["cortisol", "secret loop", "Because"] {
            assert!(!found.contains(secret), "{secret}");
        }
        for shown in ["bdnf", "mood", "A)", "insulin", "Question number 4", "Sheet 42, easy."] {
            assert!(found.contains(shown), "{shown}");
        }
    }
    let answers = texts(&key(&sheet, Paper::A4, &mut measure));
    for shown in ["cortisol", "B) a glucocorticoid", "a secret loop", "Because the sources show it.", "Answer key"] {
        assert!(answers.contains(shown), "{shown}: {answers}");
    }
    assert!(!answers.contains("B) a secret loop"));
}

#[test]
fn a_title_never_gives_an_answer_away() {
    let mut sheet = sheet();
    assert_eq!(worksheet_title(&sheet), "Stress and mood");
    sheet.title = "How Cortisol works".to_owned();
    let pages = worksheet(&sheet, Paper::Letter, &mut Measure::default());
    assert!(!pages.iter().map(svg).collect::<String>().to_lowercase().contains("cortisol"));
    assert!(texts(&pages).contains("What leads to what?"));
}

#[test]
fn blank_cards_are_all_of_one_size() {
    let mut sheet = sheet();
    let ids: Vec<NodeId> = sheet.part.nodes().map(|node| node.id.clone()).collect();
    sheet.blanks.labels = ids.into_iter().zip(1..).collect();
    let drawn = with_blanks(&sheet);
    let picture = picture(&drawn, &mut Measure::default(), 1.6);
    let sizes: BTreeSet<String> =
        picture.cards.iter().map(|card| format!("{} {}", card.w, card.label.lines.len())).collect();
    assert_eq!(sizes.len(), 1);
}

#[test]
fn questions_are_never_broken_and_nothing_leaves_the_page() {
    let mut sheet = sheet();
    let long = "A choice that is so long that it needs a line of its own and then one more to be read to its end.";
    sheet.questions = (1..40).map(|i| question(i, QuestionKind::Push, &[long, "short", long])).collect();
    sheet.word_list = (0..30).map(|i| format!("word number {i}")).collect();
    for paper in [Paper::A4, Paper::Letter] {
        let pages = worksheet(&sheet, paper, &mut Measure::default());
        assert!(pages.len() > 3);
        let shaper = Shaper::default();
        for page in &pages {
            for text in page.texts() {
                assert!(text.at.1 > 0.0 && text.at.1 < page.height - 30.0, "{text:?}");
                let width = shaper.width(&text.text, text.size, text.bold);
                assert!(
                    text.at.0 >= 30.0
                        && (text.anchor != crate::export::Anchor::Start || text.at.0 + width < page.width - 20.0),
                    "{text:?}"
                );
            }
            // A question and its last choice stand on one page.
            let asked = page.texts().iter().filter(|text| text.text.starts_with("Question number")).count();
            assert_eq!(page.texts().iter().filter(|text| text.text == "C)").count(), asked);
        }
    }
}

#[test]
fn the_same_sheet_gives_the_same_bytes_and_nothing_gives_a_page() {
    let made = |sheet: &Sheet| {
        let mut measure = Measure::default();
        let pages = [worksheet(sheet, Paper::A4, &mut measure), key(sheet, Paper::A4, &mut measure)].concat();
        pdf(&pages, &Meta::default()).expect("pages")
    };
    assert_eq!(made(&sheet()), made(&sheet()));
    let empty = Sheet { part: Pathway::default(), questions: Vec::new(), blanks: Blanks::default(), ..sheet() };
    assert!(!made(&empty).is_empty());
    let endless =
        Question { why: "word ".repeat(5_000), ..question(1, QuestionKind::Push, &["a", &"x".repeat(9_000)]) };
    assert!(made(&Sheet { questions: vec![endless], ..sheet() }).len() > 10_000);
}
