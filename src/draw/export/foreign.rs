//! Tests of letters that the bundled fonts lack: with a font that has them, and without one.

use super::{
    FigureOptions, Format, Item, Output, Page, Remark, figure,
    outlines::{Lines, outlined},
    testing::{contents_of, text_of, well_formed},
};
use crate::{
    model::Pathway,
    picture::{Picture, picture},
    text::{Faces, Measure, Shaper},
    theme::Themes,
};

/// Letters of the bundled fonts under the characters of the case.
fn stand_in() -> Faces {
    Faces::default().with(include_bytes!("../../../tests/fonts/stand-in.ttf").to_vec(), 0)
}

fn case() -> Pathway {
    let text = include_str!("../../../tests/cases/scripts.pathway.ron");
    pathlight_core::formats::open(text.as_bytes()).expect("it opens").pathway
}

fn drawn(faces: &Faces) -> (Pathway, Picture) {
    let pathway = case();
    let picture = picture(&pathway, &mut Measure::with(faces), 1.6);
    (pathway, picture)
}

fn page(faces: &Faces) -> Page {
    let (pathway, picture) = drawn(faces);
    let palette = Themes::bundled().light;
    let shaper = Shaper::with(faces);
    outlined(figure(&pathway, &picture, &FigureOptions::new(&palette), &shaper), Lines::Foreign, &shaper)
}

/// Left and right.
type Ends = (f32, f32);

/// Every label with the card that it lies on.
fn labels(page: &Page, faces: &Faces) -> Vec<(String, Ends, Ends)> {
    let shaper = Shaper::with(faces);
    let mut found = Vec::new();
    let mut open: Vec<&Item> = page.items.iter().collect();
    while let Some(item) = open.pop() {
        let Item::Group(_, items) = item else { continue };
        open.extend(items);
        let card = items.iter().find_map(|item| match item {
            Item::Shape(shape) => match shape.form {
                super::Form::Box(area, _) if area.w > 40.0 => Some((area.x, area.right())),
                _ => None,
            },
            _ => None,
        });
        for item in items {
            let (text, width) = match item {
                Item::Text(text) => (text, shaper.width(&text.text, text.size, text.bold)),
                Item::Outline(outline) => (&outline.text, outline.width),
                _ => continue,
            };
            if let Some(card) = card.filter(|_| text.size == crate::text::LABEL_SIZE) {
                let start = text.start(width);
                found.push((text.text.clone(), (start, start + width), card));
            }
        }
    }
    found
}

#[test]
fn nothing_is_painted_outside_its_card_with_or_without_a_font() {
    for faces in [Faces::default(), stand_in()] {
        let page = page(&faces);
        let labels = labels(&page, &faces);
        assert!(labels.len() >= 3, "{labels:?}");
        for (text, (left, right), card) in labels {
            assert!(left >= card.0 && right <= card.1, "{text}: {left} to {right} on {card:?}");
        }
    }
}

#[test]
fn letters_of_other_fonts_are_outlines_and_all_else_is_text() {
    let faces = stand_in();
    let page = page(&faces);
    let outlines: Vec<&super::Outline> = page.items.iter().flat_map(all).collect();
    let said: Vec<&str> = outlines.iter().map(|outline| outline.text.text.as_str()).collect();
    assert!(
        said.iter().any(|text| text.contains("慢性炎症")) && said.iter().any(|text| text.contains("דלקת")),
        "{said:?}"
    );
    assert!(outlines.iter().all(|outline| outline.path.len() > 10 && outline.width > 1.0));
    let texts: Vec<&str> = page.texts().into_iter().map(|text| text.text.as_str()).collect();
    assert!(texts.iter().any(|text| text.contains("Ca²⁺")), "{texts:?}");
    let (pathway, picture) = drawn(&faces);
    let palette = Themes::bundled().light;
    let output = Output { faces, ..Output::default() };
    let write =
        |format: Format| format.write(&pathway, &picture, &FigureOptions::new(&palette), &output).expect("written");
    let (svg, remarks) = write(Format::Svg);
    assert!(String::from_utf8_lossy(&svg).contains("<title>慢性炎症</title></path>"));
    assert_eq!(remarks, []);
    let (pdf, _) = write(Format::Pdf);
    // Letter by letter in UTF-16, as a PDF says what is drawn otherwise, in the order in which it is read.
    let said: Vec<String> = contents_of(&pdf)
        .iter()
        .map(|page| {
            page.split("/ActualText <FEFF").skip(1).map(|part| part.split('>').next().unwrap_or_default()).collect()
        })
        .collect();
    assert!(said.iter().any(|page| page.contains("61626027708E75C7")), "{said:?}");
    assert!(said.iter().any(|page| page.contains("05D305DC05E705EA0020")), "{said:?}");
    assert!(text_of(&pdf).concat().contains("Ca²⁺"));
    assert!(write(Format::Png).0.len() > 1_000);
}

fn all(item: &Item) -> Vec<&super::Outline> {
    match item {
        Item::Outline(outline) => vec![outline],
        Item::Group(_, items) => items.iter().flat_map(all).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn hebrew_runs_from_right_to_left() {
    let shaper = Shaper::with(&stand_in());
    let wide = |text: &str| shaper.width(text, 1.0, false);
    let mut origins = Vec::new();
    shaper.draw("דל קת", false, &mut Origins(&mut origins), |pen, (x, _)| pen.0.push(x));
    // As they are seen: the second word's last letter first, then the space, then the first word's last letter.
    let seen = ["ת", "ק", " ", "ל", "ד"];
    let mut at = 0.0;
    assert_eq!(origins.len(), seen.len(), "{origins:?}");
    for (letter, origin) in seen.into_iter().zip(&origins) {
        assert!((origin - at).abs() < 1e-3, "{letter}: {origins:?}");
        at += wide(letter);
    }
}

struct Origins<'a>(&'a mut Vec<f32>);

impl crate::text::OutlinePen for Origins<'_> {
    fn move_to(&mut self, _: f32, _: f32) {}
    fn line_to(&mut self, _: f32, _: f32) {}
    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {}
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {}
    fn close(&mut self) {}
}

#[test]
fn where_no_font_has_them_it_is_said() {
    let (pathway, picture) = drawn(&Faces::default());
    let palette = Themes::bundled().light;
    let made = Format::Svg.write(&pathway, &picture, &FigureOptions::new(&palette), &Output::default());
    let Ok((_, remarks)) = made else { panic!("it is written") };
    let [Remark::NoLetters(missing)] = &remarks[..] else { panic!("{remarks:?}") };
    assert!(missing.contains(&'慢') && missing.contains(&'ד') && !missing.contains(&'²'), "{missing:?}");
}

#[test]
fn svg_as_outlines_has_no_text_and_no_font() {
    let (pathway, picture) = drawn(&Faces::default());
    let palette = Themes::bundled().light;
    let output = Output { outlines: true, ..Output::default() };
    let (svg, _) = Format::Svg.write(&pathway, &picture, &FigureOptions::new(&palette), &output).expect("written");
    let svg = String::from_utf8(svg).expect("text");
    assert_eq!(well_formed(&svg), Ok(()));
    assert!(!svg.contains("<text") && !svg.contains("@font-face"));
    assert!(svg.contains("<title>Ca²⁺ influx</title></path>"));
}
