//! Figures: what is on them, and what is left out of them.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::{
    export::{
        Area, Form, Paper, Print, Shape, svg,
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
            Item::Text(_) | Item::Outline(_) | Item::Address(_) => Vec::new(),
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
        labels: BTreeMap::from([(NodeId::new("nf-kappab"), 3), (NodeId::new("sleep"), 4)]),
        signs: BTreeMap::from([(asked, 5)]),
        links: BTreeSet::from([hidden]),
    };
    assert!(blanks.labels.keys().all(|id| pathway.node(id).is_some()), "{:?}", pathway.nodes().collect::<Vec<_>>());
    let page = page_with(&pathway, |options| options.blanks = blanks);
    let text = svg(&page);
    for secret in ["NF-κB", "nf-kappab", "sleep", "lowers calm", "does not change"] {
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

fn lines_of(page: &Page) -> Vec<crate::export::Text> {
    page.texts().into_iter().cloned().collect()
}

#[test]
fn a_figure_with_room_stays_on_its_page_in_a_font_that_is_a_third_wider() {
    const WIDER: f32 = 1.3;
    let pathway = small();
    let page = page_with(&pathway, |options| options.room = WIDER);
    let shaper = Shaper::default();
    let width = |text: &crate::export::Text| WIDER * shaper.width(&text.text, text.size, text.bold);
    for text in page.texts() {
        let (start, width) = (text.start(width(text)), width(text));
        assert!(start >= 0.0 && start + width <= page.width, "{}: {start} to {}", text.text, start + width);
    }
    // Beside each other, too: the legend's words do not run into each other.
    let mut around: Vec<&crate::export::Text> = page
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Text(text) => Some(text),
            _ => None,
        })
        .collect();
    around.sort_by(|a, b| a.at.1.total_cmp(&b.at.1).then(a.start(width(a)).total_cmp(&b.start(width(b)))));
    assert!(around.len() > 10, "{}", around.len());
    for pair in around.windows(2).filter(|pair| pair[0].at.1 == pair[1].at.1) {
        assert!(pair[0].start(width(pair[0])) + width(pair[0]) <= pair[1].start(width(pair[1])), "{pair:?}");
    }
    let said = |page: &Page| lines_of(page).into_iter().map(|text| text.text).collect::<Vec<_>>().join(" ");
    assert_eq!(said(&page), said(&page_with(&pathway, |_| {})), "nothing is left out");
}

#[test]
fn small_labels_on_paper_are_known_and_larger_paper_helps() {
    let text: String = (0..60).map(|i| format!("node number {i} -> node number {}; ", i + 1)).collect();
    let pathway = notation::parse(&text).expect("notation");
    let palette = Themes::bundled().light;
    let options = FigureOptions::new(&palette);
    let picture = drawn(&pathway);
    let labels = |print: Print| document(&pathway, &picture, &options, print, &Shaper::default()).1;
    let sizes: Vec<f32> = Paper::ISO.into_iter().map(|paper| labels(paper.into())).collect();
    assert!(sizes.windows(2).all(|pair| pair[1] > pair[0] * 1.2 || pair[1] > 15.0), "{sizes:?}");
    let (pages, size) = document(&pathway, &picture, &options, Paper::A4.into(), &Shaper::default());
    let label = &picture.cards[0].label.lines[0];
    let least = pages[0].texts().into_iter().filter(|text| text.text == *label).map(|text| text.size);
    let least = least.fold(f32::INFINITY, f32::min);
    assert!((least - size).abs() < 0.01, "{least} and {size}");
    let lies = Print { landscape: true, ..Paper::A3.into() };
    let (pages, _) = document(&pathway, &picture, &options, lies, &Shaper::default());
    assert_eq!((pages[0].width, pages[0].height), (1191.0, 842.0));
}

#[test]
fn tiles_hold_the_whole_drawing_in_letters_that_can_be_read() {
    let text: String = (0..120).map(|i| format!("node number {i} -> node number {}; ", i * 7 % 120)).collect();
    let pathway = notation::parse(&text).expect("notation");
    let palette = Themes::bundled().light;
    let (options, picture) = (FigureOptions { sources: false, ..FigureOptions::new(&palette) }, drawn(&pathway));
    let print = Print { tiles: true, ..Paper::A4.into() };
    let (pages, _) = document(&pathway, &picture, &options, print, &Shaper::default());
    let tiles = &pages[1..];
    assert!(tiles.len() > 1, "{}", tiles.len());
    let shaper = Shaper::default();
    for card in &picture.cards {
        let line = &card.label.lines[0];
        let whole = |page: &Page| {
            page.texts().into_iter().any(|text| {
                let width = shaper.width(&text.text, text.size, text.bold);
                let (start, edge) = (text.start(width), 34.0);
                let inside = start >= edge && start + width <= page.width - edge;
                let high = text.at.1 - text.size >= edge && text.at.1 <= page.height - edge;
                text.text == *line && text.size > 8.9 && inside && high
            })
        };
        // A label is whole on one sheet, or lies on the cut, and then on both of them.
        let seen = tiles.iter().filter(|page| page.texts().iter().any(|text| text.text == *line)).count();
        assert!(tiles.iter().any(whole) || seen > 1, "{line}");
    }
    for page in tiles {
        let last = page.texts().last().map(|text| text.text.clone()).unwrap_or_default();
        assert!(last.starts_with("row ") && last.contains("glue"), "{last}");
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
        let wires: Vec<wire::Wire<'_>> =
            drawn.wires.iter().map(|placed| wire::Wire::new(&pathway, placed, crate::model::Reading::Shown)).collect();
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

/// What the legend says: every text around the drawing.
fn around(page: &Page) -> Vec<String> {
    let text = |item: &Item| match item {
        Item::Text(text) => Some(text.text.clone()),
        _ => None,
    };
    page.items.iter().filter_map(text).collect()
}

#[test]
fn the_legend_has_what_occurs_and_nothing_else() {
    use crate::{
        model::{Effect, Grade, Kind, Popular, Reading},
        words,
    };
    let mut parts = notation::parse("Stress -> Cortisol -| Sleep; Stress -? Mood").expect("notation").parts();
    parts.links[0].grade = Grade::B;
    let plain = Pathway::from_parts(parts.clone(), Vec::new());
    let nothing = String::new();
    let told = Popular { effect: Effect::Lowers, says: nothing.clone(), note: nothing, extra: Vec::new() };
    parts.links[0].popular = Some(told);
    let otherwise = Pathway::from_parts(parts, Vec::new());
    let badge = [words::names::ARTICLE_OTHERWISE, words::names::SOURCES_OTHERWISE];
    for (pathway, reading, details, badged) in [
        (&plain, Reading::Shown, true, None),
        (&otherwise, Reading::Shown, true, Some(badge[0])),
        (&otherwise, Reading::Told, true, Some(badge[1])),
        (&otherwise, Reading::Shown, false, None),
    ] {
        // So wide that every mark finds its place.
        let mut picture = drawn(pathway);
        let wires = picture.wires.iter_mut().flat_map(|wire| &mut wire.points).flat_map(|(x, y)| [x, y]);
        let cards = picture.cards.iter_mut().flat_map(|card| [&mut card.x, &mut card.y]);
        cards.chain(wires).for_each(|along| *along *= 4.0);
        (picture.width, picture.height) = (4.0 * picture.width, 4.0 * picture.height);
        let palette = Themes::bundled().light;
        let options = FigureOptions { reading, details, ..FigureOptions::new(&palette) };
        let page = figure(pathway, &picture, &options, &Shaper::default());
        let said = around(&page);
        let has = |text: &str| said.iter().any(|said| said == text);
        for effect in Effect::ALL {
            let occurs = pathway.links().any(|link| link.effect_in(reading) == effect);
            assert_eq!(has(effect.label()), occurs, "{effect:?} {reading:?}: {said:?}");
        }
        for grade in Grade::ALL {
            let occurs = pathway.links().any(|link| link.grade == grade);
            assert_eq!(has(&format!("{} {}", grade.name(), grade.short())), occurs, "{grade:?}: {said:?}");
        }
        for kind in Kind::ALL {
            assert_eq!(has(kind.label()), kind == Kind::Other, "{kind:?}: {said:?}");
        }
        for text in badge {
            assert_eq!(has(text), badged == Some(text), "{text} {reading:?}: {said:?}");
        }
        assert_eq!(has(words::canvas::PILL), details, "{said:?}");
        assert!(!has(words::canvas::SEVERAL) && !has(words::canvas::SEVERAL_KINDS) && !has(words::canvas::UNSEEN));
        // For those who hear it, and where a line has no room for its badge.
        let spoken = |text: &&str| svg(&page).contains(&format!(", {text}"));
        assert_eq!(badge.iter().find(|text| spoken(text)).copied(), badged);
    }
}

#[test]
fn the_legend_explains_no_badge_that_found_no_place() {
    let mut parts = notation::parse("a -> b").expect("notation").parts();
    let nothing = String::new();
    let effect = crate::model::Effect::Lowers;
    parts.links[0].popular =
        Some(crate::model::Popular { effect, says: nothing.clone(), note: nothing, extra: Vec::new() });
    let pathway = Pathway::from_parts(parts, Vec::new());
    let mut picture = drawn(&pathway);
    let [first, .., last] = picture.wires[0].points.as_mut_slice() else { panic!("a line") };
    *last = (first.0 + 8.0, first.1);
    let ends = [*first, *last];
    picture.wires[0].points = ends.to_vec();
    let palette = Themes::bundled().light;
    let page = figure(&pathway, &picture, &FigureOptions::new(&palette), &Shaper::default());
    let otherwise = crate::words::names::ARTICLE_OTHERWISE;
    assert!(!around(&page).iter().any(|text| text == otherwise), "{:?}", around(&page));
    assert!(svg(&page).contains(otherwise), "its name tells it");
}
