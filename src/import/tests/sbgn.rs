//! SBGN-ML: ports, operators that are joined through, processes, compartments, annotations.

use super::{imported, noticed, sentences};
use crate::{NoticeKind, model::Grade};

const FLOW: &[u8] = include_bytes!("fixtures/sbgn/activity-flow.sbgn");
const PROCESS: &[u8] = include_bytes!("fixtures/sbgn/process-description.sbgn");
const CIRCLES: &[u8] = include_bytes!("fixtures/sbgn/circles.sbgn");

#[test]
fn influences_have_signs_and_operators_are_joined_through() {
    let found = imported("sbgn", "flow.sbgn", FLOW);
    assert_eq!(
        sentences(&found.pathway),
        ["RAF raises MEK", "MEK lowers RAF", "RAF unknown Growth", "MEK raises Growth", "ERK kinase lowers Growth",],
        "the arc of the operator's port begins at what goes into it, and a not turns the sign"
    );
    assert_eq!([NoticeKind::LooseEnd, NoticeKind::NotKept].map(|kind| noticed(&found, kind)), [1, 1]);
    let words: Vec<&str> = found.report.meanings.iter().map(|meaning| meaning.word.as_str()).collect();
    assert!(words.contains(&"necessary stimulation, through not"), "{words:?}");
    let lanes: Vec<&str> = found.pathway.nodes().map(|node| node.lane.as_str()).collect();
    assert_eq!(lanes, ["cytosol", "cytosol", "nucleus", "nucleus"]);
    let first = found.pathway.links().next().expect("there are links");
    assert_eq!((first.grade, first.evidence.len()), (Grade::D, 1));
    let raf = found.pathway.nodes().next().expect("there are nodes");
    assert_eq!(raf.xrefs, ["uniprot:P04049"]);
    assert!(raf.notes.iter().any(|note| note.text == "Information: receptor"));
}

#[test]
fn what_acts_on_a_process_acts_on_what_it_makes_or_uses_up() {
    let found = imported("sbgn", "process.sbgn", PROCESS);
    assert_eq!(
        sentences(&found.pathway),
        ["Target unknown Target", "Kinase mixed Target", "Blocker lowers Target", "Target unknown Growth",],
        "it helps to make and to lose the second Target; a subunit stands for its complex"
    );
    let ends: Vec<_> = found.pathway.links().map(|link| (link.from.as_str(), link.to.as_str())).collect();
    assert_eq!(ends[1], ("kinase", "target_2"));
    assert_eq!(noticed(&found, NoticeKind::Opposed), 1);
    let words: Vec<(&str, &str)> =
        found.report.meanings.iter().map(|meaning| (meaning.word.as_str(), meaning.effect.label())).collect();
    for word in [("stimulation of a loss", "lowers"), ("catalysis of a process", "raises"), ("modulation", "unknown")] {
        assert!(words.contains(&word), "{words:?}");
    }
}

#[test]
fn operators_in_a_circle_end() {
    let found = imported("sbgn", "circles.sbgn", CIRCLES);
    assert_eq!(sentences(&found.pathway), ["a mixed a"], "once as it is and once through the not");
    let kinds = [NoticeKind::LooseEnd, NoticeKind::NotKept, NoticeKind::Decided, NoticeKind::Opposed];
    assert_eq!(kinds.map(|kind| noticed(&found, kind)), [2, 1, 1, 1]);
    assert_eq!(found.pathway.nodes().len(), 2);
}
