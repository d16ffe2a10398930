//! Forms of Details: the names of fields, what may stand in them, and what buttons do.

use pathlight_grammar::count;

/// Button: writes in Details.
pub const EDIT: &str = "Edit";
/// In place of evidence.
pub const NO_EVIDENCE: &str = "No evidence has been given yet.";
/// Hint on what is missing.
pub const BEGIN_HINT: &str = "Begin to write";
/// Button: reads again.
pub const DONE: &str = "Done";
/// Above what is said of the pathway as a whole.
pub const ABOUT: &str = "PATHWAY";
/// Above a lane.
pub const A_LANE: &str = "LANE";
/// Above a source.
pub const A_SOURCE: &str = "SOURCE";
/// What the fields of the whole are of.
pub const PATHWAY: &str = "the pathway";
/// Field: the name of a node or a lane.
pub const LABEL: &str = "Name";
/// Field: what sort of thing a node is.
pub const KIND: &str = "Kind";
/// Field: the lane of a node.
pub const LANE: &str = "Lane";
/// Field: what it is, or why.
pub const EXPLANATION: &str = "Explanation";
/// Heading of texts for one level each.
pub const LEVELS: &str = "For one level only";
/// What these are.
pub const LEVELS_HINT: &str = "Shown in place of the explanation at that level. An empty one is none.";
/// Field: other names.
pub const ALIASES: &str = "Other names, one a line";
/// Field: terms in public vocabularies.
pub const XREFS: &str = "Terms in public vocabularies, one a line";
/// Box to tick: the card stays where it lies.
pub const PINNED: &str = "Pinned where it lies";
/// Field: a sourced remark.
pub const NOTE: &str = "Remark";
/// Button: adds one.
pub const ADD_NOTE: &str = "Add a remark";
/// Button: removes one.
pub const REMOVE_NOTE: &str = "Remove this remark";
/// Field: cites a source.
pub const CITE: &str = "Cite a source";
/// In place of a source that is to be chosen.
pub const CHOOSE_SOURCE: &str = "Choose a source…";
/// Field: where a link begins.
pub const CAUSE: &str = "Cause";
/// Field: what it does.
pub const DOES: &str = "What more of the cause does";
/// Field: where it ends.
pub const EFFECT: &str = "Effect";
/// Field: under which conditions a link was seen.
pub const HOLDS_WHEN: &str = "Seen in or when";
/// Field: the weight of the evidence.
pub const GRADE: &str = "Grade";
/// Field: how long it takes.
pub const DELAY: &str = "How long it takes";
/// It is not known.
pub const NO_DELAY: &str = "not known";
/// Field: what the popular article tells.
pub const POPULAR: &str = "The popular article tells";
/// It tells the same, or nothing.
pub const NOT_TOLD: &str = "nothing of its own";
/// What choosing that does.
pub const NOT_TOLD_HINT: &str = "takes what was written of it away";
/// Field: what the article claims.
pub const POPULAR_SAYS: &str = "What it says, in our own words";
/// Field: how that differs.
pub const POPULAR_NOTE: &str = "How the sources differ";
/// Heading of the evidence on a link.
pub const EVIDENCE: &str = "Evidence";
/// Field: adds evidence.
pub const ADD_EVIDENCE: &str = "Add evidence";
/// Field: which source.
pub const SOURCE: &str = "Source";
/// Button: to the fields of the source.
pub const EDIT_SOURCE: &str = "Edit this source";
/// Field: how a source bears on a link.
pub const STANCE: &str = "How it bears on the link";
/// Field: how the study was made.
pub const DESIGN: &str = "Design of the study";
/// Field: which species.
pub const SPECIES: &str = "Species, one a line";
/// Field: who or what was studied.
pub const SAMPLE: &str = "Who or what was studied";
/// Field: what was found.
pub const FINDING: &str = "Finding, in our own words";
/// Field: where in the source.
pub const LOCATOR: &str = "Where in the source";
/// Button: moves something up.
pub const UP: &str = "Up";
/// Button: moves something down.
pub const DOWN: &str = "Down";
/// Button: removes something.
pub const REMOVE: &str = "Remove";
/// Field: a search found nothing.
pub const NO_SOURCE: &str = "No source found";
/// What that is.
pub const NO_SOURCE_HINT: &str = "What was searched in vain, where a search found no source for the link.";
/// Box to tick: a link leads back.
pub const RETURNS: &str = "Leads back, and may run around the drawing";
/// Field: what sort of publication.
pub const PUBLICATION: &str = "Publication";
/// What choosing that does.
pub const TOLD_KIND_HINT: &str = "its other fields tell";
/// Field: authors.
pub const AUTHORS: &str = "Authors";
/// Field: year.
pub const YEAR: &str = "Year";
/// Field: title.
pub const TITLE: &str = "Title";
/// Field: journal or publisher.
pub const VENUE: &str = "Journal with volume and pages, or publisher";
/// Field: digital object identifier.
pub const DOI: &str = "DOI";
/// Field: number in PubMed.
pub const PMID: &str = "PubMed number";
/// Field: web address.
pub const URL: &str = "Web address";
/// Box to tick: a citation was checked.
pub const CONFIRMED: &str = "Citation confirmed";
/// What that means.
pub const CONFIRMED_HINT: &str = "You have seen title and identifier together, on the paper itself or in a register.";
/// Heading of places that cite a source.
pub const CITED: &str = "Cited by";
/// There is none.
pub const NOT_CITED: &str = "Nothing cites it.";
/// Button: removes a source.
pub const REMOVE_SOURCE: &str = "Remove this source";
/// Field: what a pathway is about.
pub const SUMMARY: &str = "Summary";
/// Field: its stable name.
pub const ID: &str = "Id";
/// Field: language of its texts.
pub const LANGUAGE: &str = "Language, such as en or pt-BR";
/// Field: licence of its texts.
pub const LICENCE: &str = "Licence, such as CC-BY-4.0";
/// Field: when the evidence was reviewed.
pub const REVIEWED: &str = "Evidence last reviewed, as 2026-11-22";
/// Heading of the lanes.
pub const LANES: &str = "Lanes";
/// Above the place of a lane.
pub const PLACE: &str = "Order";
/// Field: removes a lane.
pub const REMOVE_LANE: &str = "Remove this lane";
/// In place of the lane that its nodes go to.
pub const CHOOSE_LANE: &str = "Choose where its nodes go…";
/// What choosing a lane does.
pub const GOES_THERE: &str = "the nodes of the removed lane go there";
/// What each kind of node is, in the order of menus.
pub const KINDS: [&str; 16] = [
    "a strain or an event that acts on a person",
    "something that shields a person",
    "a drug, a therapy or a practice",
    "a state of the whole body, such as poor sleep",
    "a nerve or hormone system",
    "a tissue or a part of an organ",
    "something that goes on in a tissue, a cell or between molecules",
    "a kind of cell",
    "a molecule or a group of them",
    "a region of the brain",
    "a circuit of the brain, or what it does",
    "measured as a sign of something else",
    "what a person feels or shows",
    "an illness or another outcome in people",
    "a stand-in for an outcome, seen in animals",
    "anything else",
];
/// What each effect means, in the order of the legend.
pub const EFFECTS: [&str; 5] = [
    "more of the cause makes more of the effect",
    "more of the cause makes less of the effect",
    "sometimes more, sometimes less",
    "looked for, and not there",
    "nobody has shown it",
];
/// What each stance means, in the order of Details.
pub const STANCES: [&str; 4] = [
    "it found the effect",
    "it found otherwise, or gives reason to doubt the effect",
    "it looked for the effect and found none",
    "it did not test the link itself: another species, place or condition",
];
/// What each design means, strongest kinds of study in people first.
pub const DESIGNS: [&str; 17] = [
    "pools controlled trials in people",
    "pools other studies",
    "reviews all studies, without pooling them",
    "in people, with a control group",
    "in people, without a control group",
    "short and controlled",
    "people followed over time",
    "people at one time, or groups compared",
    "scans of living people",
    "tissue of people who have died",
    "animals that something was done to",
    "animals as they are",
    "cells or tissue in a dish",
    "a narrative review",
    "a critique or another opinion; it carries no grade",
    "a plan for a study that has not reported; it carries no grade",
    "nobody has said yet what kind of study it is; it carries no grade",
];
/// Title of the box for a source.
pub const NEW_SOURCE: &str = "Add a source";
/// What to do there.
pub const NEW_SOURCE_HINT: &str = "Paste a DOI, a PubMed number, an address, BibTeX, RIS, CSL JSON or a line of a reference list. Nothing is fetched from the network.";
/// Name of its field.
pub const PASTED: &str = "What was pasted";
/// Button: pastes what is on the clipboard.
pub const PASTE: &str = "Paste";
/// Its hint.
pub const PASTE_HINT: &str = "Puts what you have copied into the field";
/// Button: adds what was recognised.
pub const TAKE: &str = "Add";
/// Button: adds what was recognised and cites it.
pub const TAKE_AND_CITE: &str = "Add and cite";
/// A new source is not confirmed yet.
pub const UNCONFIRMED_YET: &str =
    "It is added as not yet confirmed: confirm it when you have seen title and identifier together.";
/// Field: makes two sources one.
pub const JOIN: &str = "The same work as";
/// In place of the source that goes.
pub const CHOOSE_TWIN: &str = "Choose the source that goes…";
/// What choosing does.
pub const TWIN_GOES: &str = "it goes, and what cites it cites this one";
/// A card that is to be pinned is not in the drawing.
pub const NO_CARD: &str = "This card is not in the drawing now; show it first, then pin it.";

/// What edits of one run of typing have in common.
pub fn run(place: &str, run: u64) -> String {
    format!("{place}#{run}")
}

/// Name of a step: a note was added.
pub fn add_note(label: &str) -> String {
    format!("add a note to “{label}”")
}

/// Name of a lane that has none yet, by how many there are.
pub fn new_lane(number: usize) -> String {
    if number < 2 { "New lane".to_owned() } else { format!("New lane {number}") }
}

/// A field, as readers say it: what it is, and of what.
pub fn named(field: &str, of: &str) -> String {
    format!("{field}: {of}")
}

/// Name of the explanation for a level.
pub fn for_level(level: &str) -> String {
    format!("Explanation for a {level}")
}

/// What the fields of a remark are of.
pub fn note_of(number: usize, of: &str) -> String {
    format!("remark {number} on {of}")
}

/// What the fields of an item of evidence are of.
pub fn evidence_of(number: usize, of: &str) -> String {
    format!("evidence {number} on {of}")
}

/// Button: a remark does not cite a source any more.
pub fn not_cite(source: &str) -> String {
    format!("Do not cite {source}")
}

/// A grade that cannot be chosen, and why.
pub fn cannot(why: &str) -> String {
    format!("cannot be chosen: {why}")
}

/// Row: the sort of publication is left to what the other fields tell.
pub fn told_kind(kind: Option<&str>) -> String {
    format!("not said; {}", kind.unwrap_or("nothing tells it"))
}

/// Where a lane stands.
pub fn lane_place(place: usize, lanes: usize) -> String {
    format!("Lane {place} of {lanes}, the first on top.")
}

/// What was recognised in a pasted text, and as what.
pub fn recognised(form: &str) -> String {
    format!("Read as {form}.")
}

/// A source is here already.
pub fn known(name: &str) -> String {
    format!("It is here already as {name}, which is cited.")
}

/// Box to tick: what a source lacks is filled in from what was pasted.
pub const FILL_GAPS: &str = "Fill in what it lacks";

/// A field that a source lacks, as files name it, and what would stand there.
pub fn gap(field: &str, value: &str) -> String {
    let name = match field {
        "doi" => DOI,
        "pmid" => PMID,
        "url" => URL,
        "authors" => AUTHORS,
        "year" => YEAR,
        "title" => TITLE,
        _ => VENUE,
    };
    format!("{name}: {value}")
}

/// Of many sources that were recognised, so many are not shown.
pub fn more_sources(more: usize) -> String {
    format!("and {}", count(more, "more source", "more sources"))
}

/// Name of a step: several sources were added.
pub fn add_sources(number: usize) -> String {
    format!("add {}", count(number, "source", "sources"))
}
