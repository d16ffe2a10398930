//! What was clicked stays in sight, under the pointer, and is what is lit.

use std::sync::Arc;

use egui::{Vec2, accesskit::Role, vec2};
use egui_kittest::kittest::Queryable as _;
use pathlight::session::{Action, Item, library};

use super::{canvas, click_at, common::apply, window};

/// Clicks every card and every link of a pathway, each in a window without Details, and says what Details cover then.
fn covered(bundled: &str, size: Vec2) -> Vec<String> {
    let mut window = window(size);
    apply(&mut window, Action::OpenBundled(bundled.to_owned()));
    let pathway = Arc::clone(window.state().session().pathway());
    let nodes = pathway.nodes().map(|node| Item::Node(node.id.clone()));
    let links = pathway.links().map(|link| Item::Link(link.id.clone()));
    let mut covered = Vec::new();
    for item in nodes.chain(links) {
        apply(&mut window, Action::CloseDetails);
        apply(&mut window, Action::Focus(None));
        // So long that two clicks in one place are no double click.
        window.run_steps(4);
        let session = window.state().session();
        let name = item.spoken_in(session.pathway(), session.reading());
        let role = if matches!(item, Item::Node(_)) { Role::Button } else { Role::Link };
        let place = |window: &super::Window| window.query_by_role_and_label(role, &name).map(|widget| widget.rect());
        // Two links of one name, or one that is out of sight.
        let Some(before) = place(&window).filter(|rect| canvas(&window).contains(rect.center())) else { continue };
        let at = before.center();
        window.hover_at(at);
        window.run();
        let pointed = window.state().session().view().hover.clone();
        click_at(&mut window, at);
        let view = window.state().session().view();
        // Where a card lies over the middle of an arrow, that card is what was clicked.
        assert_eq!((view.selected(), &view.hover), (pointed.as_ref(), &pointed), "{name} at {size}");
        let (seen, after) = (canvas(&window), place(&window));
        let is_card = matches!(item, Item::Node(_)) && pointed.as_ref() == Some(&item);
        if !seen.contains(at) || is_card && !after.is_some_and(|card| seen.expand(1.0).contains_rect(card)) {
            covered.push(format!("{bundled}: {name} at {size}, {before} in {seen}"));
        } else if is_card {
            assert!(after.is_some_and(|card| (card.center() - at).length() <= 1.0), "{name} moves at {size}");
        }
    }
    covered
}

fn check(size: Vec2) {
    let covered: Vec<String> = library::all().iter().flat_map(|bundled| covered(bundled.id, size)).collect();
    assert!(covered.is_empty(), "{} are covered:\n{}", covered.len(), covered.join("\n"));
}

#[test]
fn details_cover_nothing_that_was_clicked_at_800_by_600() {
    check(vec2(800.0, 600.0));
}

#[test]
fn details_cover_nothing_that_was_clicked_at_1024_by_768() {
    check(vec2(1024.0, 768.0));
}

#[test]
fn details_cover_nothing_that_was_clicked_at_1280_by_720() {
    check(vec2(1280.0, 720.0));
}
