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

#[test]
fn a_drawing_of_two_pathways_names_both_and_marks_what_is_in_only_one() {
    use crate::analysis::diff::{diff, union};
    let [before, after] = ["a -> b -> c", "a -> b -> d; a -| c"].map(|text| {
        let mut parts = notation::parse(text).expect("notation").parts();
        parts.about.title = format!("Notes on {text}");
        Pathway::from_parts(parts, Vec::new())
    });
    let both = union(&before, &after, &diff(&before, &after));
    let titles = [before.about().title.clone(), after.about().title.clone()];
    let compared = Compared { before: titles[0].clone(), after: titles[1].clone(), changes: both.changes };
    let palette = Themes::bundled().light;
    let options = FigureOptions { compared: Some(&compared), ..FigureOptions::new(&palette) };
    let shaper = Shaper::default();
    let page = figure(&both.pathway, &drawn(&both.pathway), &options, &shaper);
    assert!(titles.iter().all(|title| page.title.contains(title.as_str())), "{}", page.title);
    let svg = svg(&page);
    for change in compared.changes.values() {
        assert!(svg.contains(Compared::sign(*change)), "{change:?}");
    }
    // Above the drawing, and in the name of what differs for those who hear it.
    for change in [Change::Added, Change::Removed] {
        assert!(svg.matches(&compared.meaning(change).replace('>', "&gt;")).count() > 1, "{change:?}");
    }
}
