//! The schema is what is read and what is written, the reference says it, and files keep their shape.

use super::{super::schema::*, BUNDLED, lines, opened, save};
use crate::{
    formats::{
        Opened,
        ron::{SMALLEST, reference, skeleton, syntax},
    },
    model::Pathway,
};

/// A record with every field of the schema, in its order, but for one.
fn full(schema: &Schema, without: Option<(&str, &str)>) -> String {
    let mut text = format!("{}(", schema.name);
    for field in schema.fields.iter().filter(|field| without != Some((schema.name, field.name))) {
        let value = match field.sort {
            Sort::Record(schema) => format!("Some({})", full(schema, without)),
            Sort::Records(schema) => format!("[{}]", full(schema, without)),
            _ => field.example.to_owned(),
        };
        text += &format!("{}: {value}, ", field.name);
    }
    // So that the link has two ends.
    let second = "Node(id: \"low_mood\", label: \"Low mood\", kind: Symptom, lane: \"blood\")";
    text.replace("], links: [", &format!(", {second}], links: [")) + ")"
}

#[test]
fn every_field_of_the_schema_is_read_and_required_where_it_says_so() {
    let whole = opened(&full(&PATHWAY, None)).pathway;
    let mut fields = 0;
    for schema in ALL {
        for field in schema.fields {
            let Opened { pathway, problems, .. } = opened(&full(&PATHWAY, Some((schema.name, field.name))));
            let said = lines(&problems);
            let is_missed = said.contains(&format!("has no “{}”", field.name));
            assert_eq!(is_missed, field.need == Need::Required, "{}.{}: {said}", schema.name, field.name);
            let is_default = (schema.name, field.name) == ("Pathway", "format");
            assert!(pathway != whole || is_default, "{}.{} is not read", schema.name, field.name);
            fields += 1;
        }
    }
    assert_eq!(fields, 76);
}

#[test]
fn every_example_is_read_as_it_is_written() {
    let text = full(&PATHWAY, None);
    let said = lines(&opened(&text).problems);
    for wrong in ["does not know", "should be", "is set aside", "is no "] {
        assert!(!said.contains(wrong), "{said}");
    }
    for schema in ALL {
        for field in schema.fields {
            let example = format!("Pathway(x: {})", field.example);
            assert_eq!(syntax::check(&example), Ok(()), "{}.{}", schema.name, field.name);
            assert!(field.what.ends_with('.') && field.what.len() < 90, "{}", field.what);
        }
    }
}

/// Names of fields, what files look like, and every word: a change here is a change of the format, and its version.
#[test]
fn the_shape_of_files_is_frozen() {
    let saved = save(&opened(&full(&PATHWAY, None)).pathway);
    assert_eq!(saved, include_str!("../../../../../tests/bad/full.pathway.ron"));
    for schema in ALL {
        let start = saved.find(&format!("{}(", schema.name)).expect("the record");
        let end = syntax::items(&format!("[{}]", &saved[start..]), |_| None).map_or(0, |items| items[0].len());
        let record = syntax::record_fields(&saved[start..start + end]).expect("a record");
        let names: Vec<&str> = record.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, schema.fields.iter().map(|field| field.name).collect::<Vec<_>>(), "{}", schema.name);
    }
}

#[test]
fn files_of_the_programs_own_have_line_feeds_and_keep_every_byte() {
    for text in BUNDLED {
        assert!(!text.contains('\r'));
        assert!(save(&opened(text).pathway) == text, "{}", text.lines().nth(2).unwrap_or_default());
    }
    let hostile = Pathway::from_parts(
        crate::model::Parts {
            about: crate::model::About { title: "a\r\nb\u{2028}".to_owned(), ..Default::default() },
            ..Default::default()
        },
        Vec::new(),
    );
    assert!(!save(&hostile).contains(['\r', '\u{2028}']));
}

#[test]
fn the_reference_is_what_the_code_says() {
    let written = include_str!("../../../../../assets/FORMAT.md");
    assert!(written == reference(), "assets/FORMAT.md is out of date: pathlight format > assets/FORMAT.md");
    for schema in ALL {
        assert!(written.contains(&format!("\n### {}\n", schema.name)));
    }
    assert_eq!(lines(&opened(SMALLEST).problems), "");
    let readme = include_str!("../../../../../README.md");
    assert!(readme.contains(SMALLEST), "README.md shows another smallest pathway than the reference");
}

#[test]
fn a_new_file_is_sound_and_explains_every_field_of_its_records() {
    let text = skeleton("mine", "Mine \"own\"");
    let Opened { pathway, problems, .. } = opened(&text);
    assert_eq!(lines(&problems), "", "{text}");
    assert_eq!((pathway.about().id.as_str(), pathway.about().title.as_str()), ("mine", "Mine \"own\""));
    for schema in [&PATHWAY, &LANE, &NODE, &LINK, &EVIDENCE, &SOURCE, &TOUR, &STEP] {
        for field in schema.fields {
            assert!(text.contains(&format!("// {}", field.what)), "{}.{}", schema.name, field.name);
            let is_there =
                text.lines().any(|line| line.trim_start_matches([' ', '/']).starts_with(&format!("{}: ", field.name)));
            assert!(is_there, "{}.{}", schema.name, field.name);
        }
    }
}
