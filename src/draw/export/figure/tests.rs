//! Figures: what is on them, and what is left out of them.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::{
    export::{
        Area, Form, Shape, svg,
        testing::{drawn, small},
    },
    lesson::Blanks,
    model::{NodeId, notation},
    theme::Themes,
};

fn page_with(pathway: &Pathway, change: impl FnOnce(&mut FigureOptions<'_>)) -> Page {
    let palette = Themes::bundled().light;
    let mut options = FigureOptions::new(&palette);
    change(&mut options);
    figure(pathway, &drawn(pathway), &options, &Shaper::default())
}

fn shapes(items: &[Item]) -> Vec<&Shape> {
    fn inside(item: &Item) -> Vec<&Shape> {
        match item {
            Item::Shape(shape) => vec![shape],
            Item::Group(_, items) => shapes(items),
            Item::Text(_) | Item::Address(_) => Vec::new(),
        }
    }
    items.iter().flat_map(inside).collect()
}

#[test]
fn what_is_blank_is_nowhere() {
    let pathway = small();
    let hidden = pathway.links().find(|link| link.to.as_str() == "mood").expect("a link").id.clone();
    let asked = pathway.links().find(|link| link.effect == crate::model::Effect::Lowers).expect("a link").id.clone();
    let blanks = Blanks {
        labels: BTreeMap::from([(NodeId::new("nf-_b"), 3), (NodeId::new("sleep"), 4)]),
        signs: BTreeMap::from([(asked, 5)]),
        links: BTreeSet::from([hidden]),
    };
    assert!(blanks.labels.keys().all(|id| pathway.node(id).is_some()), "{:?}", pathway.nodes().collect::<Vec<_>>());
    let page = page_with(&pathway, |options| options.blanks = blanks);
    let text = svg(&page);
    for secret in ["NF-κB", "nf-_b", "sleep", "lowers calm", "does not change"] {
        assert!(!text.contains(secret), "{secret}");
    }
    for shown in ["Blank 3", "blank 3 acts on (question 5) calm", ">3<", ">4<", ">5<"] {
        assert!(text.contains(shown), "{shown}");
    }
}

#[test]
fn a_reading_decides_the_ends() {
    let mut parts = small().parts();
    let popular =
        |effect| crate::model::Popular { effect, says: String::new(), note: String::new(), extra: Vec::new() };
    parts.links[0].popular = Some(popular(crate::model::Effect::Lowers));
    let pathway = Pathway::from_parts(parts, Vec::new());
    let bars = |reading| {
        let page = page_with(&pathway, |options| {
            options.reading = reading;
            options.legend = false;
        });
        let bar = |shape: &&Shape| matches!(&shape.form, Form::Polygon(corners) if corners.len() == 4 && shape.stroke.is_none());
        shapes(&page.items).into_iter().filter(bar).count()
    };
    assert_eq!((bars(Reading::Shown), bars(Reading::Told)), (1, 2));
}

#[test]
fn a_figure_is_scaled_to_fit_and_stays_on_its_page() {
    let pathway = small();
    let whole = page_with(&pathway, |_| {});
    let fitted = page_with(&pathway, |options| options.fit = Some((300.0, 300.0)));
    assert!(fitted.width <= 300.1 && fitted.height <= 300.1 && fitted.width.max(fitted.height) > 299.0);
    for page in [whole, fitted] {
        for shape in shapes(&page.items) {
            if let Form::Box(Area { x, y, w, h }, _) = shape.form {
                assert!(x >= 0.0 && y >= 0.0 && x + w <= page.width && y + h <= page.height, "{shape:?}");
            }
        }
    }
}

#[test]
fn anything_gives_a_finite_page() {
    for text in ["", "a", "a -> a", "a -> b -> a; a -> b"] {
        let pathway = notation::parse(text).expect("notation");
        let page = page_with(&pathway, |options| options.fit = Some((100.0, 50.0)));
        assert!(page.width.is_finite() && page.height.is_finite() && page.width > 0.0);
        assert!(!svg(&page).contains("NaN"));
    }
}

/// The ground of a lane's name hides neither the border of a card nor a line, whatever lanes mean.
#[test]
fn names_of_lanes_lie_on_no_card_and_no_line() {
    let pathway = notation::parse("a -> b -> c -> d -> e; a -> d; d -| a; b -> e; x -> c; x -> e; a -> y -> e; x -> d")
        .expect("notation");
    for lanes in crate::picture::LanesBy::ALL {
        let arrangement = crate::picture::Arrangement { lanes, ..Default::default() };
        let brief = crate::picture::Brief { arrangement: &arrangement, aspect: 1.6, before: None };
        let mut measure = crate::text::Measure::default();
        let drawn =
            crate::picture::picture_watched(
                &pathway,
                &mut measure,
                brief,
                &mut |_| std::ops::ControlFlow::Continue(()),
            );
        let drawn = drawn.expect("nobody stops it");
        let palette = Themes::bundled().light;
        let wires: Vec<wire::Wire<'_>> = drawn.wires.iter().map(|placed| wire::Wire::new(&pathway, placed)).collect();
        let marks = marks::Marks::new(&drawn, &wires, &FigureOptions::new(&palette), &[], &Shaper::default());
        let names: Vec<Area> = marks.names.iter().flatten().map(|(area, _)| *area).collect();
        assert_eq!(names.len(), drawn.bands.len(), "{lanes:?}");
        for name in names {
            let on_card = drawn
                .cards
                .iter()
                .any(|card| Area::around((card.x as f32, card.y as f32), card.w as f32, card.h as f32).meets(&name));
            // Level and upright pieces: their box is the line itself.
            let on_line = wires.iter().flat_map(|wire| wire.points.windows(2)).any(|pair| {
                let middle = (f32::midpoint(pair[0].0, pair[1].0), f32::midpoint(pair[0].1, pair[1].1));
                let piece = Area::around(middle, (pair[0].0 - pair[1].0).abs(), (pair[0].1 - pair[1].1).abs());
                piece.meets(&name)
            });
            assert!(!on_card && !on_line, "{lanes:?} {name:?}");
        }
    }
}
