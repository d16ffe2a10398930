//! XMILE: names that are one, flows without connectors, aliases, reasons, modules.

use super::{imported, imported_with, noticed, sentences};
use crate::{NoticeKind, Wishes};

const STOCKS: &[u8] = include_bytes!("fixtures/xmile/stocks.stmx");
const MODULES: &[u8] = include_bytes!("fixtures/xmile/modules.xmile");
const BARE: &[u8] = include_bytes!("fixtures/xmile/no-picture.stmx");

#[test]
fn names_fold_into_one_and_only_polarities_and_flows_have_signs() {
    let found = imported_with("xmile", "money.stmx", STOCKS, &Wishes { positions: true, ..Wishes::default() });
    assert_eq!(
        sentences(&found.pathway),
        [
            "cash inflow raises Savings",
            "Flow w/ division lowers Savings",
            "Wage raises cash inflow",
            "Wage lowers mood of the day",
            "Savings unknown mood of the day",
            "mood of the day unknown Wage",
        ]
    );
    assert_eq!(noticed(&found, NoticeKind::LooseEnd), 2);
    assert_eq!(found.pathway.about().title, "Money and mood");
    let explained: Vec<&str> = found.pathway.links().map(|link| link.explanation.as_str()).collect();
    assert!(explained[2].contains("The file says: “More wage, more cash.”"), "{}", explained[2]);
    assert!(explained[5].contains("The effect comes with a delay."), "{}", explained[5]);
    let savings = found.pathway.nodes().next().expect("there are nodes");
    assert_eq!(savings.at, Some((300.0, 100.0)));
    let notes: Vec<&str> = savings.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["Stock", "Equation: 100", "Unit: euro"]);
}

#[test]
fn modules_have_names_of_their_own() {
    let found = imported("xmile", "modules.xmile", MODULES);
    let ends: Vec<_> =
        found.pathway.links().map(|link| (link.from.as_str(), link.to.as_str(), link.effect.label())).collect();
    assert_eq!(ends, [("input", "load", "raises"), ("load", "input_2", "lowers")]);
    assert_eq!(noticed(&found, NoticeKind::LooseEnd), 1);
}

#[test]
fn a_model_without_a_picture_says_so() {
    let found = imported("xmile", "water.stmx", BARE);
    assert_eq!(sentences(&found.pathway), ["rain raises Water"]);
    let kinds = [NoticeKind::LooseEnd, NoticeKind::Decided, NoticeKind::NotKept];
    assert_eq!(kinds.map(|kind| noticed(&found, kind)), [1, 1, 1]);
}
