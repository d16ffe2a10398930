//! Where a text stands in its record.

use super::{
    draft::Draft,
    outcome::Refusal,
    text::{AboutText, EvidenceText, LinkText, NodeText, SourceText, StepText, Text},
};
use crate::model::{Effect, Evidence, Extra, Level, LevelText, Link, LinkId, Popular, Step, TourId};

/// A text as it is kept.
pub(super) enum Slot<'a> {
    Plain(&'a mut String),
    /// Not there where it is empty.
    Maybe(&'a mut Option<String>),
    /// One item a line.
    List(&'a mut Vec<String>),
    Level(&'a mut Vec<LevelText>, Level),
    /// 0 where it is not known.
    Year(&'a mut i32),
    /// A popular claim, what it tells while nothing else is said, and whether its note is meant.
    Popular(&'a mut Option<Popular>, Effect, bool),
}

impl Slot<'_> {
    pub(super) fn get(&self) -> String {
        match self {
            Self::Plain(text) => (*text).clone(),
            Self::Maybe(text) => text.as_deref().unwrap_or_default().to_owned(),
            Self::List(items) => items.join("\n"),
            Self::Level(texts, level) => {
                texts.iter().find(|text| text.level == *level).map(|text| text.text.clone()).unwrap_or_default()
            }
            Self::Year(year) => {
                if **year == 0 {
                    String::new()
                } else {
                    year.to_string()
                }
            }
            Self::Popular(popular, _, note) => {
                let text = popular.as_ref().map(|popular| if *note { &popular.note } else { &popular.says });
                text.cloned().unwrap_or_default()
            }
        }
    }

    pub(super) fn set(self, text: String) {
        let is_empty = text.trim().is_empty();
        match self {
            Self::Plain(kept) => *kept = text,
            Self::Maybe(kept) => *kept = (!is_empty).then_some(text),
            Self::List(kept) => *kept = items(&text),
            Self::Level(texts, level) => match texts.iter_mut().position(|text| text.level == level) {
                Some(at) if is_empty && texts[at].extra.is_empty() => drop(texts.remove(at)),
                Some(at) => texts[at].text = text,
                None if is_empty => {}
                None => texts.push(LevelText { level, text, extra: Extra::new() }),
            },
            Self::Year(kept) => *kept = text.trim().parse().unwrap_or_default(),
            Self::Popular(popular, effect, note) => set_popular(popular, effect, note, text),
        }
    }
}

/// The items of a list that is written one a line.
fn items(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn set_popular(popular: &mut Option<Popular>, effect: Effect, note: bool, text: String) {
    if popular.is_none() && text.trim().is_empty() {
        return;
    }
    let fresh = || Popular { effect, says: String::new(), note: String::new(), extra: Extra::new() };
    let popular = popular.get_or_insert_with(fresh);
    *if note { &mut popular.note } else { &mut popular.says } = text;
}

/// The place of a text in a draft.
pub(super) fn slot<'d>(draft: &'d mut Draft<'_>, text: &Text) -> Result<Slot<'d>, Refusal> {
    Ok(match text {
        Text::About(field) => Slot::Plain(about(draft, *field)),
        Text::Lane(id) => Slot::Plain(&mut draft.lane(id)?.label),
        Text::Node(id, field) => {
            let node = draft.node(id)?;
            match field {
                NodeText::Label => Slot::Plain(&mut node.label),
                NodeText::Explanation => Slot::Plain(&mut node.explanation),
                NodeText::Level(level) => Slot::Level(&mut node.levels, *level),
                NodeText::Aliases => Slot::List(&mut node.aliases),
                NodeText::Xrefs => Slot::List(&mut node.xrefs),
            }
        }
        Text::Note(id, at) => {
            let note = draft.node(id)?.notes.get_mut(*at).ok_or_else(|| Refusal::gone("note", at + 1))?;
            Slot::Plain(&mut note.text)
        }
        Text::Link(id, field) => link_slot(draft.link(id)?, *field),
        Text::Evidence(id, at, field) => {
            let item = evidence(draft, id, *at)?;
            match field {
                EvidenceText::Finding => Slot::Plain(&mut item.finding),
                EvidenceText::Sample => Slot::Plain(&mut item.sample),
                EvidenceText::Species => Slot::List(&mut item.species),
                EvidenceText::Locator => Slot::Maybe(&mut item.locator),
            }
        }
        Text::Source(id, field) => {
            let source = draft.source(id)?;
            match field {
                SourceText::Authors => Slot::Plain(&mut source.authors),
                SourceText::Title => Slot::Plain(&mut source.title),
                SourceText::Venue => Slot::Plain(&mut source.venue),
                SourceText::Year => Slot::Year(&mut source.year),
                SourceText::Doi => Slot::Maybe(&mut source.doi),
                SourceText::Pmid => Slot::Maybe(&mut source.pmid),
                SourceText::Url => Slot::Maybe(&mut source.url),
            }
        }
        Text::Tour(id) => Slot::Plain(&mut draft.tour(id)?.title),
        Text::Step(id, at, field) => {
            let step = step(draft, id, *at)?;
            match field {
                StepText::Text => Slot::Plain(&mut step.text),
                StepText::Level(level) => Slot::Level(&mut step.levels, *level),
                StepText::Notes => Slot::Plain(&mut step.notes),
            }
        }
        Text::Branch(id, at, way) => {
            let branch =
                step(draft, id, *at)?.branches.get_mut(*way).ok_or_else(|| Refusal::gone("branch", way + 1))?;
            Slot::Plain(&mut branch.text)
        }
    })
}

fn about<'d>(draft: &'d mut Draft<'_>, field: AboutText) -> &'d mut String {
    let about = draft.about();
    match field {
        AboutText::Id => &mut about.id,
        AboutText::Title => &mut about.title,
        AboutText::Summary => &mut about.summary,
        AboutText::Language => &mut about.language,
        AboutText::License => &mut about.license,
        AboutText::Reviewed => &mut about.reviewed,
    }
}

fn link_slot(link: &mut Link, field: LinkText) -> Slot<'_> {
    match field {
        LinkText::Explanation => Slot::Plain(&mut link.explanation),
        LinkText::Level(level) => Slot::Level(&mut link.levels, level),
        LinkText::HoldsWhen => Slot::Maybe(&mut link.holds_when),
        LinkText::NoSourceFound => Slot::Maybe(&mut link.no_source_found),
        LinkText::PopularSays => Slot::Popular(&mut link.popular, link.effect, false),
        LinkText::PopularNote => Slot::Popular(&mut link.popular, link.effect, true),
    }
}

pub(super) fn evidence<'d>(draft: &'d mut Draft<'_>, id: &LinkId, at: usize) -> Result<&'d mut Evidence, Refusal> {
    draft.link(id)?.evidence.get_mut(at).ok_or_else(|| Refusal::gone("item of evidence", at + 1))
}

pub(super) fn step<'d>(draft: &'d mut Draft<'_>, id: &TourId, at: usize) -> Result<&'d mut Step, Refusal> {
    draft.tour(id)?.steps.get_mut(at).ok_or_else(|| Refusal::gone("step", at + 1))
}
