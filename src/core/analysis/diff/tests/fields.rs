//! Every field of every record, changed alone: a difference must be told. Records are taken apart by name, so that a new
//! field cannot be forgotten here.

use super::*;
use crate::model::{
    About, Branch, Citation, Delay, Lane, Level, LevelText, Link, Note, Popular, Predict, Source, SourceKind, Step,
    Tour,
};

fn extra() -> Extra {
    vec![("dose".to_owned(), "1".to_owned())]
}

/// A pathway with something in every field.
fn full() -> Parts {
    let levels = || vec![LevelText { level: Level::Pupil, text: "Plain.".to_owned(), extra: extra() }];
    let lane = |id: &str| Lane { id: id.into(), label: id.to_uppercase(), extra: extra() };
    let node = |id: &str| Node {
        explanation: "What.".to_owned(),
        levels: levels(),
        aliases: vec![format!("{id}{id}")],
        xrefs: vec!["mesh:1".to_owned()],
        notes: vec![Note { text: "Doubt.".to_owned(), sources: vec!["s".into()], extra: extra() }],
        at: Some((1.0, 2.0)),
        extra: extra(),
        ..Node::new(id, id, Kind::Cell, "l")
    };
    let mut item = evidence("s", Stance::Supports);
    (item.sample, item.finding, item.locator, item.extra) =
        ("12".into(), "It rose.".into(), Some("p. 3".into()), extra());
    let popular = Popular { effect: Effect::Lowers, says: "s".to_owned(), note: "n".to_owned(), extra: extra() };
    let link = Link {
        delay: Some(Delay::Days),
        explanation: "Why.".to_owned(),
        levels: levels(),
        holds_when: Some("in mice".to_owned()),
        evidence: vec![item],
        no_source_found: Some("nowhere".to_owned()),
        popular: Some(popular),
        extra: extra(),
        ..Link::new("a_b", "a", "b", Effect::Raises)
    };
    let predict = Predict {
        raise: vec!["a".into()],
        lower: vec!["c".into()],
        block: vec!["a_b".to_owned()],
        ask: "b".into(),
        extra: extra(),
    };
    let branch = Branch { tour: "t".into(), text: "Aside".to_owned(), extra: extra() };
    let step = Step {
        levels: levels(),
        notes: "Wait.".to_owned(),
        predict: Some(predict),
        branches: vec![branch],
        extra: extra(),
        ..Step::new(["a"], "Look.")
    };
    let source =
        Source { pmid: Some("1".into()), url: Some("https://a.org".into()), extra: extra(), ..source("s", "10.1/x") };
    Parts {
        about: About { extra: extra(), ..About::default() },
        lanes: vec![lane("l"), lane("m")],
        nodes: ["a", "b", "c"].map(node).to_vec(),
        links: vec![link],
        sources: vec![source],
        tours: vec![Tour { id: "t".into(), title: "T".to_owned(), steps: vec![step], extra: extra() }],
    }
}

/// Changes the n-th field of a record; `false` where it has none of that number.
type Change = fn(&mut Parts, usize) -> bool;

#[test]
fn a_tour_is_the_same_by_its_id_or_else_by_its_title() {
    let of = |id: &str, title: &str| {
        let mut parts = full();
        let tour = &mut parts.tours[0];
        (tour.id, tour.title) = (id.into(), title.to_owned());
        tour.steps[0].branches[0].tour = id.into();
        Pathway::from_parts(parts, Vec::new())
    };
    let before = of("t", "T");
    assert_eq!(said(&before, &of("u", "T")), Vec::<String>::new());
    assert_eq!(said(&before, &of("t", "U")).len(), 1);
    let apart = ["The tour “T” is only in the first pathway.", "The tour “U” is only in the second pathway."];
    assert_eq!(said(&before, &of("u", "U")), apart);
}

#[test]
fn every_field_is_compared() {
    let records: [(&str, Change, usize); 11] = [
        ("about", about, 7),
        ("lane", lane, 3),
        ("node", node, 10),
        ("note", note, 3),
        ("text for a level", level, 3),
        ("link", link, 13),
        ("evidence", item, 8),
        ("popular", popular, 4),
        ("source", entry, 11),
        ("tour and step", tour, 9),
        ("predict and branch", predict, 8),
    ];
    let before = Pathway::from_parts(full(), Vec::new());
    assert!(diff(&before, &before).is_empty());
    for (record, change, count) in records {
        for n in 0..count {
            let mut parts = full();
            assert!(change(&mut parts, n), "{record} has a field {n}");
            let after = Pathway::from_parts(parts, Vec::new());
            assert!(!diff(&before, &after).is_empty(), "field {n} of the {record}");
            assert!(!diff(&after, &before).is_empty(), "field {n} of the {record}, the other way round");
        }
        assert!(!change(&mut full(), count), "{record} has more than {count} fields");
    }
}

fn more(text: &mut String) {
    text.push('x');
}

fn about(parts: &mut Parts, n: usize) -> bool {
    let About { format, id: _, title, summary, language, license, reviewed, extra } = &mut parts.about;
    match n {
        0 => format.1 += 1,
        1..=5 => more([title, summary, language, license, reviewed][n - 1]),
        6 => extra.clear(),
        _ => return false,
    }
    true
}

fn lane(parts: &mut Parts, n: usize) -> bool {
    if n == 2 {
        parts.lanes.reverse();
        return true;
    }
    let Lane { id: _, label, extra } = &mut parts.lanes[0];
    match n {
        0 => more(label),
        1 => extra.clear(),
        _ => return false,
    }
    true
}

fn node(parts: &mut Parts, n: usize) -> bool {
    let Node { id: _, label, kind, lane, explanation, levels, aliases, xrefs, notes, at, extra } = &mut parts.nodes[0];
    match n {
        0 => more(label),
        1 => *kind = Kind::Other,
        2 => *lane = "m".into(),
        3 => more(explanation),
        4 => levels.clear(),
        5 => more(&mut aliases[0]),
        6 => more(&mut xrefs[0]),
        7 => notes.clear(),
        8 => *at = None,
        9 => extra.clear(),
        _ => return false,
    }
    true
}

fn note(parts: &mut Parts, n: usize) -> bool {
    let Note { text, sources, extra } = &mut parts.nodes[0].notes[0];
    match n {
        0 => more(text),
        1 => sources.clear(),
        2 => extra.clear(),
        _ => return false,
    }
    true
}

fn level(parts: &mut Parts, n: usize) -> bool {
    let LevelText { level, text, extra } = &mut parts.links[0].levels[0];
    match n {
        0 => *level = Level::Student,
        1 => more(text),
        2 => extra.clear(),
        _ => return false,
    }
    true
}

fn link(parts: &mut Parts, n: usize) -> bool {
    let Link { id: _, from, to, effect, delay, explanation, levels, holds_when, .. } = &mut parts.links[0];
    match n {
        0 => *from = "c".into(),
        1 => *to = "c".into(),
        2 => *effect = Effect::Lowers,
        3 => *delay = None,
        4 => more(explanation),
        5 => levels.clear(),
        6 => *holds_when = None,
        _ => return more_of_link(parts, n - 7),
    }
    true
}

fn more_of_link(parts: &mut Parts, n: usize) -> bool {
    #[rustfmt::skip]
    let Link { id: _, from: _, to: _, effect: _, delay: _, explanation: _, levels: _, holds_when: _,
        grade, evidence, no_source_found, popular, returns, extra } = &mut parts.links[0];
    match n {
        0 => *grade = Grade::B,
        1 => evidence.clear(),
        2 => *no_source_found = None,
        3 => *popular = None,
        4 => *returns = true,
        5 => extra.clear(),
        _ => return false,
    }
    true
}

fn item(parts: &mut Parts, n: usize) -> bool {
    let Evidence { source, stance, design, species, sample, finding, locator, extra } = &mut parts.links[0].evidence[0];
    match n {
        0 => *source = "t".into(),
        1 => *stance = Stance::Null,
        2 => *design = Design::Review,
        3 => species.clear(),
        4 => more(sample),
        5 => more(finding),
        6 => *locator = None,
        7 => extra.clear(),
        _ => return false,
    }
    true
}

fn popular(parts: &mut Parts, n: usize) -> bool {
    let Popular { effect, says, note, extra } = parts.links[0].popular.as_mut().expect("it is filled in");
    match n {
        0 => *effect = Effect::Mixed,
        1 => more(says),
        2 => more(note),
        3 => extra.clear(),
        _ => return false,
    }
    true
}

fn entry(parts: &mut Parts, n: usize) -> bool {
    let Source { id: _, authors, year, title, venue, doi, pmid, url, citation, kind, extra } = &mut parts.sources[0];
    match n {
        0 => more(authors),
        1 => *year += 1,
        2 => more(title),
        3 => more(venue),
        4..=6 => *[doi, pmid, url][n - 4] = None,
        7 => *citation = Citation::Unconfirmed,
        8 => extra.clear(),
        9 => *kind = Some(SourceKind::Book),
        10 => parts.sources.clear(),
        _ => return false,
    }
    true
}

fn tour(parts: &mut Parts, n: usize) -> bool {
    let Tour { id: _, title, steps, extra } = &mut parts.tours[0];
    let Step { show, text, levels, notes, predict, branches, extra: more_of_step } = &mut steps[0];
    match n {
        0 => more(title),
        1 => extra.clear(),
        2 => show.clear(),
        3 => more(text),
        4 => levels.clear(),
        5 => more(notes),
        6 => *predict = None,
        7 => branches.clear(),
        8 => more_of_step.clear(),
        _ => return false,
    }
    true
}

fn predict(parts: &mut Parts, n: usize) -> bool {
    let step = &mut parts.tours[0].steps[0];
    let Predict { raise, lower, block, ask, extra } = step.predict.as_mut().expect("it is filled in");
    let Branch { tour, text, extra: more_of_branch } = &mut step.branches[0];
    match n {
        0 => raise.clear(),
        1 => lower.clear(),
        2 => block.clear(),
        3 => *ask = "c".into(),
        4 => extra.clear(),
        5 => *tour = "u".into(),
        6 => more(text),
        7 => more_of_branch.clear(),
        _ => return false,
    }
    true
}
