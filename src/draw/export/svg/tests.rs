//! Pictures as markup: hostile texts, fonts, the same bytes.

use super::*;
use crate::{
    export::{
        FigureOptions, figure,
        page::clean,
        testing::{HOSTILE, drawn, hostile, small, well_formed},
    },
    model::Pathway,
    theme::Themes,
};

fn written(pathway: &Pathway) -> String {
    let palette = Themes::bundled().light;
    svg(&figure(pathway, &drawn(pathway), &FigureOptions::new(&palette), &Shaper::default()))
}

#[test]
fn hostile_labels_stay_labels() {
    let text = written(&hostile());
    assert_eq!(well_formed(&text), Ok(()));
    let lower = text.to_lowercase();
    for bad in ["<script", "<!", "<foreignobject", "xlink:", "<image", "<use", "@import", "file:"] {
        // What a label says stands in the file only with its brackets escaped.
        let said = HOSTILE.iter().any(|label| label.to_lowercase().contains(bad));
        assert!(!lower.contains(bad) || (said && !bad.starts_with('<')), "{bad}");
    }
    for reference in lower.split("url(").skip(1) {
        assert!(reference.starts_with("data:font/otf;base64,"), "{}", &reference[..40]);
    }
    for mark in ['\u{202E}', '\u{2066}', '\u{200B}', '\u{FEFF}', '\u{E0041}', '\u{AD}'] {
        assert!(!text.contains(mark));
    }
    for label in HOSTILE {
        assert!(text.contains(&escaped(&clean(label))), "{label:?}");
    }
}

#[test]
fn every_label_is_text_and_the_same_bytes_come_again() {
    let pathway = small();
    let text = written(&pathway);
    assert_eq!(well_formed(&text), Ok(()));
    for node in pathway.nodes() {
        assert!(text.contains(&format!("<title>{}, other</title>", node.label)), "{}", node.label);
        for word in node.label.split(' ') {
            assert!(text.contains(&format!(">{word}")) || text.contains(&format!(" {word}<")), "{word}");
        }
    }
    assert!(text.contains("<title>NF-κB lowers calm, grade X</title>"));
    assert_eq!(text, written(&pathway));
}

#[test]
fn only_the_fonts_that_are_used_are_inside() {
    let with_symbols = written(&small());
    let without = written(&crate::model::notation::parse("a -> b").expect("notation"));
    assert!(with_symbols.contains("Pathlight Symbols\"; font-weight"));
    assert!(!without.contains("Pathlight Symbols\"; font-weight"));
    assert!(without.len() < 160_000, "{}", without.len());
}

#[test]
fn numbers_are_short_and_finite() {
    for (value, text) in [(1.0, "1"), (-0.001, "0"), (1.234_5, "1.23"), (f32::NAN, "0"), (f32::INFINITY, "0")] {
        assert_eq!(number(value), text);
    }
}
