//! What was found in a file, and where: problems by place, and the places of records for findings of meaning.

use std::collections::{BTreeMap, BTreeSet};

use super::syntax::Fault;
use crate::{
    analysis::problems::{Finding, Fix, Offer, Severity, Subject},
    formats::{Place, Problem},
    model::{Link, Misfit, Parts, Pathway},
};

/// The most problems that are listed; a hostile file could have a million.
const MOST_PROBLEMS: usize = 1_000;
/// With more errors than these, a file is not read on; going through millions would take long and help nobody.
const HOPELESS: usize = 100_000;

/// A list of records in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum List {
    About,
    Lanes,
    Nodes,
    Links,
    Sources,
    Tours,
    /// Records of any list that could not be read.
    Unread,
}

/// A record of the file: its list, and its number among the records of that list that could be read.
pub(super) type At = (List, usize);

/// Where a record and its fields stand, as offsets.
#[derive(Debug, Default)]
pub(super) struct RecordPlace {
    pub(super) start: usize,
    pub(super) fields: Vec<FieldPlace>,
}

/// Where the value of a field stands, and its items where it is a list.
#[derive(Debug)]
pub(super) struct FieldPlace {
    pub(super) name: &'static str,
    pub(super) start: usize,
    pub(super) items: Vec<usize>,
}

/// A problem that is still known by its offset and its record.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) severity: Severity,
    pub(super) at: Option<At>,
    pub(super) field: Option<&'static str>,
    pub(super) fault: Fault,
    pub(super) fixes: Vec<Offer>,
}

/// All that was found.
#[derive(Debug, Default)]
pub(super) struct Report {
    found: Vec<Found>,
    errors: usize,
    warnings: usize,
    /// Problems beyond the most that are listed.
    more: usize,
    places: BTreeMap<At, RecordPlace>,
}

impl Report {
    /// How many problems there are so far, to name their record later.
    pub(super) fn mark(&self) -> usize {
        self.found.len()
    }

    pub(super) fn add(&mut self, severity: Severity, field: Option<&'static str>, fault: Fault) {
        if self.is_full(severity) {
            self.skip();
        } else {
            self.found.push(Found { severity, at: None, field, fault, fixes: Vec::new() });
        }
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
    }

    /// Whether as many problems of this sort are known as will be listed.
    pub(super) fn is_full(&self, severity: Severity) -> bool {
        MOST_PROBLEMS
            <= match severity {
                Severity::Error => self.errors,
                Severity::Warning => self.warnings,
            }
    }

    /// Counts a problem that will not be listed.
    pub(super) fn skip(&mut self) {
        self.more += 1;
    }

    /// Whether there are too many errors to go on.
    pub(super) fn hopeless(&self) -> bool {
        self.errors > HOPELESS
    }

    /// Why a file with too many errors is not opened; its first error shows what went wrong.
    pub(super) fn give_up(self) -> Fault {
        let first = self.found.into_iter().find(|found| found.severity == Severity::Error);
        let fault =
            first.map_or_else(|| Fault::new(0, "it cannot be read", "choose another file"), |first| first.fault);
        let what = format!("the file has more than {HOPELESS} errors, the first of them here: {}", fault.what);
        Fault { what, ..fault }
    }

    /// Says that the problems since `mark` belong to an item of this field.
    pub(super) fn within(&mut self, mark: usize, field: &'static str) {
        self.found.iter_mut().skip(mark).for_each(|found| found.field = Some(field));
    }

    /// Says that the problems since `mark` belong to this record, and where the record stands.
    pub(super) fn close(&mut self, mark: usize, at: At, place: RecordPlace) {
        self.found.iter_mut().skip(mark).for_each(|found| found.at = Some(at));
        self.places.insert(at, place);
    }

    /// Says that the problems that belong to no other record belong to this one, and where it stands.
    pub(super) fn finish(&mut self, at: At, place: RecordPlace) {
        self.found.iter_mut().filter(|found| found.at.is_none()).for_each(|found| found.at = Some(at));
        self.places.insert(at, place);
    }

    /// Everything in the order of the file, with line and column, and with the findings of meaning put in place.
    pub(super) fn problems(
        mut self,
        text: &str,
        subjects: &BTreeMap<At, Subject>,
        findings: Vec<Finding>,
    ) -> Vec<Problem> {
        let records: BTreeMap<&Subject, At> = subjects.iter().map(|(at, subject)| (subject, *at)).collect();
        let errors = self.found.iter().filter(|found| found.severity == Severity::Error);
        let told: BTreeSet<(At, &str)> = errors.filter_map(|found| found.at.zip(found.field)).collect();
        let mut meant = Vec::new();
        for finding in findings {
            let at = records.get(&finding.subject).copied();
            // A field that could not be read is not also said to be empty.
            if at.is_some_and(|at| reasons(&finding).any(|field| told.contains(&(at, field)))) {
                continue;
            }
            let offset = at.map_or(0, |at| self.place(at, finding.field, finding.item));
            let fault = Fault::new(offset, finding.what, finding.hint);
            let (severity, field, fixes) = (finding.severity, finding.field, finding.fixes);
            meant.push(Found { severity, at, field, fault, fixes });
        }
        self.found.append(&mut meant);
        let more = self.more + cut(&mut self.found);
        self.found.sort_by_key(|found| found.fault.offset);
        let mut problems = locate(text, self.found, subjects);
        if more > 0 {
            let place = problems.last().map_or(Place { line: 1, column: 1 }, |last| last.place);
            let (what, hint) = (format!("{more} more problems are not listed"), "repair these first".to_owned());
            problems.push(Problem { place, severity: Severity::Warning, subject: None, what, hint, fixes: Vec::new() });
        }
        problems
    }

    /// Where each record starts.
    pub(super) fn starts(&self) -> impl Iterator<Item = (usize, At)> {
        self.places.iter().map(|(at, place)| (place.start, *at))
    }

    fn place(&self, at: At, field: Option<&str>, item: Option<usize>) -> usize {
        let Some(record) = self.places.get(&at) else { return 0 };
        let Some(field) = record.fields.iter().find(|place| Some(place.name) == field) else { return record.start };
        item.and_then(|item| field.items.get(item)).copied().unwrap_or(field.start)
    }
}

/// The fields in whose light a finding was made: its own, and evidence where a grade is too high for it.
fn reasons(finding: &Finding) -> impl Iterator<Item = &'static str> {
    let field = finding.field.filter(|_| finding.item.is_none());
    field.into_iter().chain((field == Some("grade")).then_some("evidence"))
}

/// Leaves the most important problems, and says how many went.
fn cut(found: &mut Vec<Found>) -> usize {
    let count = found.len();
    if count > MOST_PROBLEMS {
        found.sort_by_key(|found| (found.severity, found.fault.offset));
        found.truncate(MOST_PROBLEMS);
    }
    count - found.len()
}

/// Gives each problem its line and column, walking through the text once.
fn locate(text: &str, found: Vec<Found>, subjects: &BTreeMap<At, Subject>) -> Vec<Problem> {
    let mut place = Place { line: 1, column: 1 };
    let mut walked = 0;
    let mut problems = Vec::with_capacity(found.len());
    for Found { severity, at, fault, mut fixes, .. } in found {
        let piece = text.get(walked..fault.offset).unwrap_or_default();
        walked = walked.max(fault.offset);
        match piece.rsplit_once('\n') {
            Some((_, last)) => {
                place.line += piece.bytes().filter(|&b| b == b'\n').count();
                place.column = last.chars().count() + 1;
            }
            None => place.column += piece.chars().count(),
        }
        let subject = at.and_then(|at| subjects.get(&at)).cloned();
        // A record that could not be read is kept as it stands; nothing more can be said of it.
        if fixes.is_empty() && at.is_some_and(|(list, _)| list == List::Unread) {
            fixes.push(Offer { words: "Take the record out".to_owned(), fix: Fix::Remove });
        }
        problems.push(Problem { place, severity, subject, what: fault.what, hint: fault.hint, fixes });
    }
    problems
}

/// The ids of every record that could be read, in the order of the file, to find them again in the pathway.
pub(super) struct Roll {
    lists: [(List, Vec<Subject>); 5],
    /// Links also by their ends: a loose link may carry the id of a good one that follows it.
    ends: Vec<(String, String)>,
    unread: usize,
}

impl Roll {
    /// Writes down who is there, before the pathway takes the records in.
    pub(super) fn of(parts: &Parts, unread: usize) -> Self {
        let ends = |link: &Link| (link.from.to_string(), link.to.to_string());
        Self {
            lists: [
                (List::Lanes, parts.lanes.iter().map(|lane| Subject::Lane(lane.id.clone())).collect()),
                (List::Nodes, parts.nodes.iter().map(|node| Subject::Node(node.id.clone())).collect()),
                (List::Links, parts.links.iter().map(|link| Subject::Link(link.id.clone())).collect()),
                (List::Sources, parts.sources.iter().map(|source| Subject::Source(source.id.clone())).collect()),
                (List::Tours, parts.tours.iter().map(|tour| Subject::Tour(tour.id.clone())).collect()),
            ],
            ends: parts.links.iter().map(ends).collect(),
            unread,
        }
    }

    /// What each record of the file has become in the pathway. Good records and misfits both keep the file's order.
    pub(super) fn subjects(self, pathway: &Pathway) -> BTreeMap<At, Subject> {
        let mut subjects = BTreeMap::from([((List::About, 0), Subject::Pathway)]);
        subjects.extend((0..self.unread).map(|index| ((List::Unread, index), Subject::Misfit(index))));
        let mut misfit = self.unread;
        for (list, ids) in self.lists {
            let mut seen: BTreeSet<Subject> = BTreeSet::new();
            for (index, id) in ids.into_iter().enumerate() {
                let loose = list == List::Links
                    && !seen.contains(&id)
                    && self.ends.get(index).is_some_and(|(from, to)| is_loose(pathway, from, to));
                let good = !loose && seen.insert(id.clone());
                let subject = if good { id } else { Subject::Misfit(misfit) };
                misfit += usize::from(!good);
                subjects.insert((list, index), subject);
            }
        }
        subjects
    }
}

fn is_loose(pathway: &Pathway, from: &str, to: &str) -> bool {
    pathway.node(&from.into()).is_none() || pathway.node(&to.into()).is_none()
}

/// The name of the list that a misfit stands in.
pub(super) fn list_of(misfit: &Misfit) -> &str {
    match misfit {
        Misfit::Lane(_) => "lanes",
        Misfit::Node(_) => "nodes",
        Misfit::TwinLink(_) | Misfit::LooseLink(_) => "links",
        Misfit::Source(_) => "sources",
        Misfit::Tour(_) => "tours",
        Misfit::Unread { list, .. } => list,
    }
}
