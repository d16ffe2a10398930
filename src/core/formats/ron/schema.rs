//! The schema: every record of the format with its fields. The reader, the reference and the skeleton of a new file go by
//! this one table.

use super::words::Word;
use crate::model::{Citation, Delay, Design, Effect, Grade, Kind, Level, SourceKind, Stance};

/// A record of the format.
pub(super) struct Schema {
    /// Its name in files.
    pub(super) name: &'static str,
    /// What messages call it.
    pub(super) noun: &'static str,
    /// What it is, in one sentence.
    pub(super) what: &'static str,
    /// Its fields, in the order in which they are written.
    pub(super) fields: &'static [Field],
}

/// A field of a record.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) sort: Sort,
    pub(super) need: Need,
    /// What it says, in one sentence.
    pub(super) what: &'static str,
    /// A value, as it is written.
    pub(super) example: &'static str,
}

/// What sort of value a field has.
pub(super) enum Sort {
    Text,
    Texts,
    /// Two whole numbers in round brackets.
    Version,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Flag,
    /// Two numbers in round brackets.
    Point,
    /// One of some words.
    Word(fn() -> Words),
    /// A record of that sort.
    Record(&'static Schema),
    /// A list of such records.
    Records(&'static Schema),
}

/// Words that a field can have.
pub(super) struct Words {
    /// What one of them is called.
    pub(super) noun: &'static str,
    /// Each with what it means; the meaning is empty where it says no more than the word.
    pub(super) words: Vec<(&'static str, &'static str)>,
}

/// Whether a field has to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// Without it the record is an error.
    Required,
    /// It may be left out.
    Optional,
    /// It may be left out, and is written in `Some(...)` else.
    Some,
}

const fn need(name: &'static str, sort: Sort, example: &'static str, what: &'static str) -> Field {
    Field { name, sort, need: Need::Required, what, example }
}

const fn may(name: &'static str, sort: Sort, example: &'static str, what: &'static str) -> Field {
    Field { name, sort, need: Need::Optional, what, example }
}

const fn some(name: &'static str, sort: Sort, example: &'static str, what: &'static str) -> Field {
    Field { name, sort, need: Need::Some, what, example }
}

/// Every record, the pathway first, each before those within it.
pub(super) const ALL: [&Schema; 13] =
    [&PATHWAY, &LANE, &NODE, &NOTE, &LINK, &EVIDENCE, &POPULAR, &SOURCE, &TOUR, &STEP, &PREDICT, &BRANCH, &TEXT];

/// The words of every enum, in the order of their first field.
pub(super) const WORDS: [fn() -> Words; 9] =
    [kinds, levels, effects, delays, grades, stances, designs, source_kinds, citations];

fn words<T: Word>(meaning: impl Fn(T) -> &'static str) -> Words {
    Words { noun: T::NOUN, words: T::all().iter().map(|word| (word.word(), meaning(*word))).collect() }
}

fn kinds() -> Words {
    words(Kind::label)
}

fn levels() -> Words {
    words(|level: Level| match level {
        Level::Pupil => "somebody at school, without words of the trade",
        Level::Student => "somebody who studies the field",
        Level::Researcher => "somebody who works in it",
    })
}

fn effects() -> Words {
    words(|effect: Effect| match effect {
        Effect::Raises => "more of the cause makes more of the effect",
        Effect::Lowers => "more of the cause makes less of the effect",
        Effect::Mixed => "sometimes more, sometimes less",
        Effect::NoEffect => "looked for, and not there",
        Effect::Unknown => "nobody has shown",
    })
}

fn delays() -> Words {
    words(Delay::label)
}

fn grades() -> Words {
    words(Grade::definition)
}

fn stances() -> Words {
    words(|stance: Stance| match stance {
        Stance::Supports => "it found the effect",
        Stance::Disputes => "it found otherwise, or gives reason to doubt the effect",
        Stance::Null => "it looked for the effect and found none",
        Stance::Near => "it did not test the link itself, but is the nearest evidence there is; it carries no grade",
    })
}

fn designs() -> Words {
    words(Design::label)
}

fn source_kinds() -> Words {
    words(SourceKind::noun)
}

fn citations() -> Words {
    words(|citation: Citation| match citation {
        Citation::Confirmed => "title and identifier were seen together",
        Citation::Unconfirmed => "remembered only, and shown as not yet confirmed",
    })
}

pub(super) static PATHWAY: Schema = Schema {
    name: "Pathway",
    noun: "pathway",
    what: "The file: one pathway.",
    fields: &[
        need("format", Sort::Version, "(1, 0)", "The version of the format."),
        need("id", Sort::Text, "\"skull-marrow\"", "A short name that stays the same."),
        need("title", Sort::Text, "\"Stress and skull marrow\"", "What people see."),
        may("summary", Sort::Text, "\"How stress reaches the brain.\"", "What it is about, in one paragraph."),
        may("language", Sort::Text, "\"en-GB\"", "The language of its texts, as a BCP 47 tag."),
        may("license", Sort::Text, "\"CC0-1.0\"", "The licence of its texts, as an SPDX expression."),
        may("reviewed", Sort::Text, "\"2026-11-22\"", "The day on which the evidence was last reviewed."),
        may("lanes", Sort::Records(&LANE), "[Lane(id: \"blood\", label: \"Blood\")]", "Its lanes, the first on top."),
        need("nodes", Sort::Records(&NODE), "[]", "Its nodes: what can be more or less."),
        need("links", Sort::Records(&LINK), "[]", "Its links: what makes more or less of what."),
        may("sources", Sort::Records(&SOURCE), "[Source(id: \"doe2020\", title: \"A study\")]", "Its bibliography."),
        may("tours", Sort::Records(&TOUR), "[Tour(id: \"story\", title: \"The story\")]", "Ways to tell it."),
    ],
};

pub(super) static LANE: Schema = Schema {
    name: "Lane",
    noun: "lane",
    what: "A place that nodes lie in, drawn as a band.",
    fields: &[
        need("id", Sort::Text, "\"blood\"", "A short name that stays the same."),
        need("label", Sort::Text, "\"Blood\"", "What people see."),
    ],
};

pub(super) static NODE: Schema = Schema {
    name: "Node",
    noun: "node",
    what: "Something that can be more or less: a cell count, a state, a symptom.",
    fields: &[
        need("id", Sort::Text, "\"poor_sleep\"", "A short name that stays the same."),
        need("label", Sort::Text, "\"Poor sleep\"", "What people see on the card."),
        need("kind", Sort::Word(kinds), "BodyState", "What sort of thing it is."),
        need("lane", Sort::Text, "\"body\"", "The id of its lane."),
        may(
            "explanation",
            Sort::Text,
            "\"Too little sleep, or sleep that does not rest.\"",
            "What it is, in a few plain words.",
        ),
        may(
            "levels",
            Sort::Records(&TEXT),
            "[Text(level: Pupil, text: \"Bad sleep.\")]",
            "The explanation for some readers.",
        ),
        may("aliases", Sort::Texts, "[\"insomnia\"]", "Other names by which it is found."),
        may("xrefs", Sort::Texts, "[\"mesh:D012892\"]", "Terms for it in public vocabularies."),
        may(
            "notes",
            Sort::Records(&NOTE),
            "[Note(text: \"One adult in three.\")]",
            "Remarks that are no causal claims.",
        ),
        some(
            "at",
            Sort::Point,
            "Some((120.0, -80.0))",
            "Where its card is pinned, in px, within the band of its lane; else it finds its place.",
        ),
    ],
};

pub(super) static NOTE: Schema = Schema {
    name: "Note",
    noun: "note",
    what: "A remark on a node that states no causal claim.",
    fields: &[
        need("text", Sort::Text, "\"One adult in three.\"", "What it says."),
        may("sources", Sort::Texts, "[\"doe2020\"]", "The ids of the sources that it rests on."),
    ],
};

pub(super) static LINK: Schema = Schema {
    name: "Link",
    noun: "link",
    what: "A causal claim from one node to another, with the evidence for and against it.",
    fields: &[
        need("id", Sort::Text, "\"sleep_mood\"", "A short name that stays the same."),
        need("from", Sort::Text, "\"poor_sleep\"", "The id of the cause."),
        need("to", Sort::Text, "\"low_mood\"", "The id of the effect."),
        need("effect", Sort::Word(effects), "Raises", "What more of the cause does, as the sources show it."),
        some("delay", Sort::Word(delays), "Some(Days)", "How long it takes."),
        may("explanation", Sort::Text, "\"Sleep restores what mood needs.\"", "Why, in a few plain words."),
        may(
            "levels",
            Sort::Records(&TEXT),
            "[Text(level: Pupil, text: \"Sleep helps.\")]",
            "The explanation for some readers.",
        ),
        some("holds_when", Sort::Text, "Some(\"in adults\")", "Under which conditions it was seen."),
        need("grade", Sort::Word(grades), "D", "How heavy the evidence is that was looked at."),
        may("evidence", Sort::Records(&EVIDENCE), "[]", "What each source found, for and against."),
        some("no_source_found", Sort::Text, "Some(\"looked in PubMed\")", "Where you looked, if there is no source."),
        some(
            "popular",
            Sort::Record(&POPULAR),
            "Some(Popular(effect: Raises, says: \"It does.\"))",
            "What the popular article says, if that differs.",
        ),
        may("returns", Sort::Flag, "true", "Whether it leads back, so that it is drawn around the outside."),
    ],
};

pub(super) static EVIDENCE: Schema = Schema {
    name: "Evidence",
    noun: "evidence",
    what: "What one source found on a link.",
    fields: &[
        need("source", Sort::Text, "\"doe2020\"", "The id of the source."),
        need("stance", Sort::Word(stances), "Supports", "How it bears on the link."),
        need("design", Sort::Word(designs), "Cohort", "How the study was made."),
        may("species", Sort::Texts, "[\"human\"]", "Which species it looked at, in the singular."),
        may("sample", Sort::Text, "\"400 adults over two years\"", "Who or what was studied."),
        may("finding", Sort::Text, "\"Mood fell where sleep was poor.\"", "What it found, in your own words."),
        some("locator", Sort::Text, "Some(\"fig. 2\")", "Where in the source."),
    ],
};

pub(super) static POPULAR: Schema = Schema {
    name: "Popular",
    noun: "popular reading",
    what: "What a popular article says of a link.",
    fields: &[
        need("effect", Sort::Word(effects), "Raises", "The effect as it is told."),
        need("says", Sort::Text, "\"Bad sleep makes sad.\"", "What it claims, in your own words."),
        may("note", Sort::Text, "\"It was seen in some.\"", "How that differs from what the sources show."),
    ],
};

pub(super) static SOURCE: Schema = Schema {
    name: "Source",
    noun: "source",
    what: "An entry of the bibliography.",
    fields: &[
        need("id", Sort::Text, "\"doe2020\"", "A short name that stays the same."),
        may("authors", Sort::Text, "\"Doe J, Roe B\"", "Its authors, as a list of references has them."),
        may("year", Sort::Number, "2020", "The year in which it came out."),
        need("title", Sort::Text, "\"Sleep and mood in adults\"", "Its title."),
        may("venue", Sort::Text, "\"J Sleep 12(3):45-50\"", "The journal with volume and pages, or the publisher."),
        some("doi", Sort::Text, "Some(\"10.1234/example\")", "Its DOI, without a host."),
        some("pmid", Sort::Text, "Some(\"12345678\")", "Its number in PubMed."),
        some("url", Sort::Text, "Some(\"https://example.org/a\")", "Another address, with https or http."),
        some(
            "kind",
            Sort::Word(source_kinds),
            "Some(Article)",
            "What sort of publication it is, if the rest does not tell.",
        ),
        may("citation", Sort::Word(citations), "Confirmed", "How sure the entry is; Unconfirmed where it is left out."),
    ],
};

pub(super) static TOUR: Schema = Schema {
    name: "Tour",
    noun: "tour",
    what: "A way to tell the pathway, step by step.",
    fields: &[
        need("id", Sort::Text, "\"story\"", "A short name that stays the same."),
        need("title", Sort::Text, "\"The story\"", "What people see in the list of tours."),
        may("steps", Sort::Records(&STEP), "[Step(text: \"It begins here.\")]", "What is shown and said, in order."),
    ],
};

pub(super) static STEP: Schema = Schema {
    name: "Step",
    noun: "step",
    what: "One step of a tour.",
    fields: &[
        may("show", Sort::Texts, "[\"poor_sleep\"]", "The ids of the nodes and links that it is about."),
        need("text", Sort::Text, "\"It begins with **sleep**.\"", "What is said; ** makes words bold."),
        may("levels", Sort::Records(&TEXT), "[Text(level: Pupil, text: \"Sleep.\")]", "The same for some readers."),
        may("notes", Sort::Text, "\"Ask who slept well.\"", "What only the speaker reads."),
        some(
            "predict",
            Sort::Record(&PREDICT),
            "Some(Predict(raise: [\"poor_sleep\"], ask: \"low_mood\"))",
            "A question to the class.",
        ),
        may(
            "branches",
            Sort::Records(&BRANCH),
            "[Branch(tour: \"story\", text: \"And then?\")]",
            "Other tours that can be taken from here.",
        ),
    ],
};

pub(super) static PREDICT: Schema = Schema {
    name: "Predict",
    noun: "prediction",
    what: "A question to the class, which the pathway itself answers.",
    fields: &[
        may("raise", Sort::Texts, "[\"poor_sleep\"]", "The ids of nodes that are raised."),
        may("lower", Sort::Texts, "[\"poor_sleep\"]", "The ids of nodes that are lowered."),
        may("block", Sort::Texts, "[\"sleep_mood\"]", "The ids of nodes and links that are blocked."),
        need("ask", Sort::Text, "\"low_mood\"", "The id of the node of which is asked what becomes of it."),
    ],
};

pub(super) static BRANCH: Schema = Schema {
    name: "Branch",
    noun: "branch",
    what: "A way that leaves a tour; after it the tour goes on.",
    fields: &[
        need("tour", Sort::Text, "\"story\"", "The id of the tour that it leads to."),
        need("text", Sort::Text, "\"And then?\"", "What people choose by."),
    ],
};

pub(super) static TEXT: Schema = Schema {
    name: "Text",
    noun: "text for a level",
    what: "A text for some readers, beside the one for everybody.",
    fields: &[
        need("level", Sort::Word(levels), "Pupil", "Whom it is for."),
        need("text", Sort::Text, "\"Bad sleep.\"", "What is said to them."),
    ],
};
