//! Texts and choices: every field, written and read again.

use super::{done, done_as, refused, skull_marrow, small};
use crate::{
    editing::{
        AboutText, Choice, EvidenceText, LinkText, NodeText, SourceText, StepText, Text, choose, read, texts, write,
    },
    model::{Citation, Delay, Design, Effect, Kind, Level, Pathway, SourceKind, Stance},
};

#[test]
fn every_text_can_be_written_and_read_again() {
    let pathway = skull_marrow();
    let places = texts(&pathway);
    assert!(places.len() > 700, "{}", places.len());
    for place in places {
        let new = match &place {
            Text::About(AboutText::Id) => "another-id",
            Text::About(AboutText::Reviewed) => "2027-01-31",
            Text::Source(_, SourceText::Year) => "1999",
            Text::Source(_, SourceText::Doi) => "10.1000/182",
            Text::Source(_, SourceText::Pmid) => "12345678",
            Text::Source(_, SourceText::Url) => "https://example.org/a",
            _ => "Said anew",
        };
        let outcome = write(&pathway, &place, new);
        let after = done(&pathway, &outcome);
        assert_eq!(read(&after, &place).as_deref(), Some(new), "{place:?}");
        let edit = outcome.expect("done").edit;
        assert_eq!(edit.changes.len(), 1, "{place:?}");
        assert!(edit.merge.is_some_and(|key| key.starts_with("text:")), "{place:?}");
    }
}

#[test]
fn steps_are_named_by_what_they_change() {
    let pathway = skull_marrow();
    let sleep: crate::model::NodeId = "poor_sleep".into();
    let link = pathway.links().find(|link| link.from == sleep).expect("it leads somewhere");
    let (sentence, source) = (pathway.sentence(link), pathway.source(&link.evidence[0].source).expect("cited").short());
    let label = |place: Text| write(&pathway, &place, "new").expect("done").edit.label;
    for (place, expected) in [
        (Text::Node(sleep.clone(), NodeText::Label), "rename “Poor sleep”".to_owned()),
        (
            Text::Node(sleep.clone(), NodeText::Level(Level::Pupil)),
            "change the explanation for a pupil of “Poor sleep”".to_owned(),
        ),
        (Text::Link(link.id.clone(), LinkText::HoldsWhen), format!("change the condition of “{sentence}”")),
        (Text::Evidence(link.id.clone(), 0, EvidenceText::Finding), format!("change the finding of {source}")),
        (Text::About(AboutText::License), "change the licence of the pathway".to_owned()),
    ] {
        assert_eq!(label(place), expected);
    }
    let key = write(&pathway, &Text::Link(link.id.clone(), LinkText::Explanation), "new").expect("done").edit.merge;
    assert_eq!(key, Some(format!("text:link:{}:explanation", link.id)));
}

#[test]
fn an_empty_text_takes_away_what_may_be_missing() {
    let pathway = small("a -> b");
    let (node, link) = (|field| Text::Node("a".into(), field), |field| Text::Link("a_b".into(), field));
    for place in [
        node(NodeText::Level(Level::Pupil)),
        node(NodeText::Aliases),
        link(LinkText::HoldsWhen),
        link(LinkText::NoSourceFound),
        link(LinkText::Level(Level::Researcher)),
    ] {
        let with = done(&pathway, &write(&pathway, &place, "x"));
        assert_eq!(done(&with, &write(&with, &place, "")), pathway, "{place:?}");
    }
    let told = done(&pathway, &write(&pathway, &link(LinkText::PopularSays), "It calms."));
    assert_eq!(done(&told, &choose(&told, &Choice::Popular("a_b".into(), None))), pathway);
    refused(&write(&pathway, &link(LinkText::HoldsWhen), ""), "nothing changes: it is so already", false);
}

#[test]
fn what_cannot_be_is_refused_with_the_next_step() {
    let pathway = skull_marrow();
    let source = &pathway.sources()[0];
    let of_source = |field| Text::Source(source.id.clone(), field);
    let other = pathway.sources().iter().find(|other| other.doi.is_some() && other.id != source.id).expect("one");
    let doi = other.doi.clone().expect("it has one");
    for (place, text, why) in [
        (Text::Node("poor_sleep".into(), NodeText::Label), "", "a node needs a name; write for example “Poor sleep”"),
        (
            Text::Node("poor_sleep".into(), NodeText::Label),
            "Exercise",
            "“Exercise” is there already, in the lane “Life and treatments”; go there, or choose a name of its own",
        ),
        (Text::Lane("blood".into()), "bone marrow", "the lane “Bone marrow” is there already; choose another name"),
        (Text::About(AboutText::Title), " ", "the title of the pathway cannot be empty; write a few words"),
        (
            Text::About(AboutText::Id),
            "my own id",
            "“my own id” cannot be an id; write 1 to 128 of a-z, 0-9, “_”, “.” and “-”",
        ),
        (
            Text::About(AboutText::Reviewed),
            "2026-02-30",
            "“2026-02-30” is no day of the calendar; write it as 2026-11-22",
        ),
        (of_source(SourceText::Doi), "11.1/x", "“11.1/x” is no DOI; write it as 10.1038/s41467-025-62840-5"),
        (of_source(SourceText::Pmid), "PMID", "“PMID” is no PubMed number; write its digits only"),
        (
            of_source(SourceText::Url),
            "javascript:x",
            "“javascript:x” is no web address; write one that starts with https:// or http://",
        ),
        (
            of_source(SourceText::Year),
            "last year",
            "“last year” is no year of a publication; write it with four digits, such as 2025",
        ),
    ] {
        let refusal = write(&pathway, &place, text).expect_err(why);
        assert_eq!(refusal.why, why);
    }
    let why = format!("{} has this number already; make the two one source", other.short());
    refused(&write(&pathway, &of_source(SourceText::Doi), &doi.to_uppercase()), &why, true);
    let long = "a".repeat(100 * 1024 + 1);
    let why = "101 KB are too much for the explanation of “Poor sleep”; keep it under 100 KB";
    refused(&write(&pathway, &Text::Node("poor_sleep".into(), NodeText::Explanation), &long), why, false);
    let gone = Text::Step("z".into(), 0, StepText::Notes);
    refused(&write(&pathway, &gone, "x"), "there is no tour “z” any more; choose one that is shown", false);
    assert_eq!(read(&pathway, &gone), None);
}

#[test]
fn what_is_pasted_becomes_what_a_file_keeps() {
    let pathway = skull_marrow();
    let id = pathway.sources()[0].id.clone();
    let doi = Text::Source(id.clone(), SourceText::Doi);
    let after = done(&pathway, &write(&pathway, &doi, " https://doi.org/10.1000/182 "));
    assert_eq!(read(&after, &doi).as_deref(), Some("10.1000/182"));
    let pmid = Text::Source(id, SourceText::Pmid);
    assert_eq!(read(&done(&pathway, &write(&pathway, &pmid, "PMID: 123")), &pmid).as_deref(), Some("123"));
    let label = Text::Node("exercise".into(), NodeText::Label);
    assert_eq!(read(&done(&pathway, &write(&pathway, &label, "Going\nout ")), &label).as_deref(), Some("Going out "));
    let text = Text::Node("exercise".into(), NodeText::Explanation);
    assert_eq!(read(&done(&pathway, &write(&pathway, &text, "a\r\nb\u{0}")), &text).as_deref(), Some("a\nb "));
}

#[test]
fn every_choice_can_be_made() {
    let pathway = skull_marrow();
    let (node, link) = (|| "exercise".into(), || "poor_sleep_blood_cells".into());
    let source = pathway.sources()[0].id.clone();
    let tour = pathway.tours()[0].id.clone();
    let choices = [
        (Choice::Kind(node(), Kind::Marker), "make “Exercise” a marker"),
        (Choice::Lane(node(), "blood".into()), "move “Exercise” to the lane “Blood”"),
        (Choice::Effect(link(), Effect::Mixed), ""),
        (Choice::Delay(link(), Some(Delay::Seconds)), ""),
        (Choice::Returns(link(), true), ""),
        (Choice::Popular(link(), Some(Effect::NoEffect)), ""),
        (Choice::Source(link(), 0, source.clone()), ""),
        (Choice::Stance(link(), 0, Stance::Near), ""),
        (Choice::Design(link(), 0, Design::Opinion), ""),
        (Choice::SourceKind(source.clone(), Some(SourceKind::Book)), ""),
        (Choice::Citation(source, Citation::Unconfirmed), ""),
        (Choice::Show(tour.clone(), 0, vec!["exercise".to_owned()]), ""),
    ];
    for (choice, label) in choices {
        let outcome = choose(&pathway, &choice);
        let after = done(&pathway, &outcome);
        assert!(label.is_empty() || outcome.is_ok_and(|done| done.edit.label == label), "{choice:?}");
        refused(&choose(&after, &choice), "nothing changes: it is so already", false);
    }
    let none = Choice::Lane(node(), "z".into());
    refused(&choose(&pathway, &none), "there is no lane “z” any more; choose one that is shown", false);
    let after = done_as(&pathway, &choose(&pathway, &Choice::Kind(node(), Kind::Cell)), "make “Exercise” a cell", "");
    let changed = |before: &Pathway, after: &Pathway| before.nodes().zip(after.nodes()).filter(|(a, b)| a != b).count();
    assert_eq!(changed(&pathway, &after), 1);
}
