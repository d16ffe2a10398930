//! Documents: what a search finds in them, and that they are always the same.

use super::*;
use crate::{
    export::{
        FigureOptions, Paper, document,
        page::clean,
        testing::{HOSTILE, drawn, hostile, small, text_of},
    },
    model::{Citation, Extra, Pathway, Source, SourceId},
    theme::Themes,
};

fn written(pathway: &Pathway) -> Vec<u8> {
    let palette = Themes::bundled().light;
    let options = FigureOptions::new(&palette);
    let pages = document(pathway, &drawn(pathway), &options, Paper::A4.into(), &Shaper::default()).0;
    let about = pathway.about();
    let (title, subject) = (about.title.clone(), about.summary.clone());
    pdf(&pages, &Meta { title, subject, language: about.language.clone() }).expect("pages")
}

#[test]
fn a_search_finds_every_label() {
    let pathway = small();
    let file = written(&pathway);
    let text = text_of(&file).concat();
    let found: Vec<&str> = text.lines().collect();
    for label in ["NF-κB", "calm", "sleep", "mood", "Untitled pathway", "raises", "X nothing found"] {
        assert!(found.contains(&label), "{label}: {text}");
    }
    assert!(text.replace('\n', " ").contains("TGF-β1 ⊣ IL-6"), "{text}");
    assert_eq!(file, written(&pathway));
}

#[test]
fn hostile_labels_stay_labels() {
    let file = written(&hostile());
    let text = text_of(&file).concat();
    for label in HOSTILE {
        for word in clean(label).split(' ').filter(|word| word.len() < 12) {
            assert!(text.contains(word), "{word:?} of {label:?}: {text}");
        }
    }
    let plain = String::from_utf8_lossy(&file);
    for bad in ["/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/EmbeddedFile"] {
        assert!(!plain.contains(bad), "{bad}");
    }
}

#[test]
fn sources_follow_with_their_addresses() {
    let mut parts = small().parts();
    let source = |i: usize| Source {
        id: SourceId::new(&format!("s{i}")),
        authors: format!("Author{i} A, Other B"),
        year: 2000,
        title: "A finding (of sorts)".to_owned(),
        venue: "Journal 1:2".to_owned(),
        doi: Some(if i == 0 { "10.1000/a(b)\\c".to_owned() } else { format!("10.1000/{i}") }),
        pmid: None,
        url: None,
        kind: None,
        citation: if i == 7 { Citation::Unconfirmed } else { Citation::Confirmed },
        extra: Extra::new(),
    };
    parts.sources = (0..60).map(source).collect();
    let file = written(&Pathway::from_parts(parts, Vec::new()));
    let pages = text_of(&file);
    assert!(pages.len() >= 3 && !pages[0].contains("Author7"));
    for i in 0..60 {
        assert_eq!(pages.concat().matches(&format!("Author{i} A")).count(), 1, "{i}");
    }
    assert!(pages.concat().contains("Citation not yet confirmed."));
    let plain = String::from_utf8_lossy(&file);
    assert!(plain.contains("/URI (https://doi.org/10.1000/7)"));
    // One address has a character that no address may have, so nothing leads there.
    assert_eq!(plain.matches("/S/URI").count(), 59);
}

#[test]
fn nothing_is_no_document() {
    let refused = pdf(&[], &Meta::default()).expect_err("no pages");
    assert!(refused.to_string().contains("at least one page"));
}
