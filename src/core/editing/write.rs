//! Texts: read and written in their places.

use std::sync::Arc;

use super::{
    draft::Draft,
    nodes::{name_of_node, namesake, taken},
    outcome::{Outcome, Refusal},
    slot::slot,
    text::{AboutText, EvidenceText, NodeText, SourceText, Text},
    words::{quoted, source_name},
};
use crate::{
    address::checked_address,
    address::{is_doi, is_pmid},
    analysis::problems::{Subject, plain_doi, plain_pmid, year_of},
    formats::ron::MAX_TEXT,
    model::{Pathway, Source, SourceId, is_valid_id, written::folded},
};

/// A text as it stands; nothing where its place is gone. Lists stand one item a line.
pub fn read(pathway: &Pathway, place: &Text) -> Option<String> {
    slot(&mut Draft::of(pathway), place).ok().map(|slot| slot.get())
}

/// Writes a text in its place. What follows in the same place is the same step, as typing is.
///
/// An empty text takes away what may be missing. Line breaks become spaces where one line is kept.
///
/// # Errors
/// Where the place is gone, the text is too long, a name is empty or another's, or a number, a day, an id or an address is
/// none. The numbers and addresses of a source are complete only when somebody has typed them: write those, and years and
/// species, when their fields are left.
pub fn write(pathway: &Pathway, place: &Text, text: &str) -> Outcome {
    let mut draft = Draft::of(pathway);
    set(&mut draft, place, text)?;
    let label = match place {
        Text::Node(_, NodeText::Label) | Text::Lane(_) => {
            format!("rename {}", quoted(&read(pathway, place).unwrap_or_default()))
        }
        place => format!("change {}", place.words(pathway)),
    };
    draft.merging(place.merge_key()).finish(&label)
}

/// Writes a text in a draft, checked and cleaned as its place asks.
pub(super) fn set(draft: &mut Draft<'_>, place: &Text, text: &str) -> Result<(), Refusal> {
    if text.len() > MAX_TEXT {
        let (kb, most) = (text.len().div_ceil(1024), MAX_TEXT / 1024);
        let why = format!("{kb} KB are too much for {}; keep it under {most} KB", place.words(draft.pathway));
        return Err(Refusal::new(why));
    }
    let text = if has_lines(place) { lines(text) } else { text.replace(|c: char| c.is_control(), " ") };
    let text = checked(draft, place, text)?;
    slot(draft, place)?.set(text);
    Ok(())
}

fn has_lines(place: &Text) -> bool {
    !matches!(
        place,
        Text::About(AboutText::Id | AboutText::Title | AboutText::Language | AboutText::License | AboutText::Reviewed)
            | Text::Lane(_)
            | Text::Node(_, NodeText::Label)
            | Text::Evidence(_, _, EvidenceText::Locator)
            | Text::Source(..)
            | Text::Tour(_)
            | Text::Branch(..)
    )
}

/// A text of several lines, without other characters that nobody sees.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace(|c: char| c.is_control() && !matches!(c, '\n' | '\t'), " ")
}

fn checked(draft: &Draft<'_>, place: &Text, text: String) -> Result<String, Refusal> {
    let bare = text.trim();
    let refused = |why: String| Err(Refusal::new(why));
    match place {
        Text::Node(id, NodeText::Label) => {
            let label = name_of_node(&text)?;
            let same = draft.pathway.node(id).is_some_and(|node| folded(&node.label) == folded(&label));
            match namesake(draft.pathway, &label).filter(|other| other.id != *id && !same) {
                Some(other) => Err(taken(draft.pathway, &label, other)),
                None => Ok(text),
            }
        }
        Text::Lane(id) => {
            let mut others = draft.pathway.lanes().iter().filter(|lane| lane.id != *id);
            match others.find(|lane| folded(&lane.label) == folded(bare)) {
                _ if bare.is_empty() => refused("a lane needs a name; write for example “Blood”".to_owned()),
                Some(other) if !folded(bare).is_empty() => {
                    let why = format!("the lane {} is there already; choose another name", quoted(&other.label));
                    Err(Refusal::because(Subject::Lane(other.id.clone()), why))
                }
                _ => Ok(text),
            }
        }
        Text::About(AboutText::Title) | Text::Tour(_) if bare.is_empty() => {
            refused(format!("{} cannot be empty; write a few words", place.words(draft.pathway)))
        }
        Text::About(AboutText::Id) if !is_valid_id(bare) => {
            refused(format!("{} cannot be an id; write 1 to 128 of a-z, 0-9, “_”, “.” and “-”", quoted(bare)))
        }
        Text::About(AboutText::Reviewed) if !bare.is_empty() && year_of(bare).is_none() => {
            refused(format!("{} is no day of the calendar; write it as 2026-11-22", quoted(bare)))
        }
        Text::About(AboutText::Id | AboutText::Reviewed) => Ok(bare.to_owned()),
        Text::Source(id, field) => {
            let text = number_of_source(*field, &text)?;
            known_elsewhere(draft.pathway, id, *field, &text)?;
            Ok(text)
        }
        _ => Ok(text),
    }
}

/// A number or an address of a source in its plain form; other fields as they are.
fn number_of_source(field: SourceText, text: &str) -> Result<String, Refusal> {
    let bare = text.trim();
    let plain = match field {
        SourceText::Doi => plain_doi(bare),
        SourceText::Pmid => plain_pmid(bare),
        SourceText::Url | SourceText::Year => bare,
        SourceText::Authors | SourceText::Title | SourceText::Venue => return Ok(text.to_owned()),
    };
    let good = plain.is_empty() && bare.is_empty()
        || match field {
            SourceText::Doi => is_doi(plain),
            SourceText::Pmid => is_pmid(plain),
            SourceText::Url => checked_address(plain).is_some(),
            _ => plain.parse::<i32>().is_ok_and(|year| (1000..=2100).contains(&year)),
        };
    let hint = match field {
        SourceText::Doi => "no DOI; write it as 10.1038/s41467-025-62840-5",
        SourceText::Pmid => "no PubMed number; write its digits only",
        SourceText::Url => "no web address; write one that starts with https:// or http://",
        _ => "no year of a publication; write it with four digits, such as 2025",
    };
    if good { Ok(plain.to_owned()) } else { Err(Refusal::new(format!("{} is {hint}", quoted(bare)))) }
}

/// One DOI and one PubMed number are one source.
fn known_elsewhere(pathway: &Pathway, id: &SourceId, field: SourceText, text: &str) -> Result<(), Refusal> {
    let number = |source: &Source| match field {
        SourceText::Doi => source.doi.clone(),
        SourceText::Pmid => source.pmid.clone(),
        _ => None,
    };
    let same = |source: &&Arc<Source>| number(source).is_some_and(|number| number.trim().eq_ignore_ascii_case(text));
    match pathway.sources().iter().filter(|source| source.id != *id && !text.is_empty()).find(same) {
        Some(other) => {
            let why = format!("{} has this number already; make the two one source", source_name(pathway, &other.id));
            Err(Refusal::because(Subject::Source(other.id.clone()), why))
        }
        None => Ok(()),
    }
}
