//! Boolean and logical models: SBML-qual and BoolNet's rules.

use super::{imported, noticed, refused, sentences};
use crate::NoticeKind;

const SIGNS: &[u8] = include_bytes!("fixtures/sbmlqual/signs.sbml");
const FAN: &[u8] = include_bytes!("fixtures/sbmlqual/fan.sbml");
const EMPTY: &[u8] = include_bytes!("fixtures/sbmlqual/empty.sbml");
const SEMANTICS: &[u8] = include_bytes!("fixtures/bnet/semantics.bnet");
const REMARKS: &[u8] = include_bytes!("fixtures/bnet/remarks.bnet");
const LONG: &[u8] = include_bytes!("fixtures/bnet/long.bnet");

#[test]
fn signs_of_inputs_are_kept_and_what_is_none_is_unknown() {
    let found = imported("sbml-qual", "signs.sbml", SIGNS);
    assert_eq!(
        sentences(&found.pathway),
        ["Alpha raises c", "b lowers c", "c mixed c", "b unknown Alpha", "c unknown Alpha"].map(str::to_owned)
    );
    assert_eq!([NoticeKind::LooseEnd, NoticeKind::NotKept].map(|kind| noticed(&found, kind)), [1, 1]);
    let lanes: Vec<&str> = found.pathway.nodes().map(|node| node.lane.as_str()).collect();
    assert_eq!(lanes, ["cell", "cell", "out"]);
    let alpha = found.pathway.nodes().next().expect("there are nodes");
    assert_eq!(alpha.xrefs, ["go:0006915"]);
    assert_eq!(alpha.notes[0].sources.len(), 1);
    let dois: Vec<_> = found.pathway.sources().iter().filter_map(|source| source.doi.as_deref()).collect();
    assert_eq!(dois, ["10.1000/made.up"]);
    assert!(found.pathway.links().next().is_some_and(|link| link.explanation.contains("It acts from level 2 on.")));
    assert!(found.pathway.about().summary.contains("Of every kind."));
}

#[test]
fn a_transition_fans_out_and_an_empty_model_is_refused() {
    let found = imported("sbml-qual", "fan.sbml", FAN);
    assert_eq!(sentences(&found.pathway), ["a raises b", "a raises c", "b unknown b", "b unknown c"]);
    assert!(refused("empty.sbml", EMPTY).contains("nothing in this SBML-qual file can become a card"));
}

#[test]
fn what_a_rule_names_acts_only_where_it_makes_a_difference() {
    let found = imported("bnet", "rules.bnet", SEMANTICS);
    assert_eq!(
        sentences(&found.pathway),
        ["B raises A", "C lowers A", "B raises B", "A mixed D", "B mixed D", "A lowers E", "F raises E", "G lowers E"],
        "C never changes B, and a constant has no causes"
    );
    assert_eq!(noticed(&found, NoticeKind::Decided), 1);
    assert!(
        found.pathway.nodes().any(|node| node.label == "C" && node.notes.iter().any(|note| note.text == "Always on."))
    );
}

#[test]
fn remarks_are_none_and_self_links_stay() {
    let found = imported("bnet", "by-hand.bnet", REMARKS);
    assert_eq!(
        sentences(&found.pathway),
        ["sleep raises mood", "stress lowers mood", "stress raises stress", "mood lowers stress"]
    );
    assert_eq!(found.report.self_links, 1);
    assert!(refused("broken.bnet", b"targets, factors\na, b & (c\n").contains("never closed"));
    let said = refused("broken.bnet", b"targets, factors\na, b c\n");
    assert!(said.contains("lacks & or | here") && said.contains('2'), "{said}");
    let deep = format!("targets, factors\na, {}b\n", "(".repeat(100_000));
    assert!(refused("deep.bnet", deep.as_bytes()).contains("more brackets"));
}

#[test]
fn long_rules_count_as_written() {
    let found = imported("bnet", "long.bnet", LONG);
    let told = sentences(&found.pathway);
    assert_eq!(told.len(), 12);
    assert_eq!([told[0].as_str(), told[10].as_str(), told[11].as_str()], ["a raises x", "k lowers x", "x lowers y"]);
    assert_eq!(noticed(&found, NoticeKind::Decided), 1);
}
