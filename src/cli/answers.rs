//! The answers: text for people, or one JSON object for programs.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    time::Instant,
};

use clap::ValueEnum;
use serde::Serialize;

use super::{
    bounds::{limit, up_to},
    lens::Whose,
    source::{lines, open},
};
use crate::{
    analysis::{
        lens::Lens,
        loops::{Limits, LoopKind, loops},
        web::CutBy,
    },
    files,
    formats::{Opened, Problem, bibliography},
    model::Grade,
    picture::{Picture, Stands, picture},
    text::Measure,
};

/// A format of reference managers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum References {
    /// BibTeX.
    Bibtex,
    /// RIS.
    Ris,
    /// CSL-JSON.
    Csl,
}

/// An answer for standard output.
pub(super) struct Answer {
    pub(super) text: String,
    pub(super) has_errors: bool,
}

impl Answer {
    pub(super) fn new(text: String) -> Self {
        Self { text, has_errors: false }
    }
}

/// The shape that the command line lays out for, as width over height.
pub(super) const ASPECT: f64 = 1.75;

/// Every problem of every file.
pub(super) fn check(files: &[PathBuf], json: bool) -> Result<Answer, String> {
    let checked: Vec<(&PathBuf, Vec<Problem>)> = files
        .iter()
        .map(|file| (file, open(file).map_or_else(|problems| problems, |opened| opened.problems)))
        .collect();
    let has_errors = checked.iter().any(|(_, problems)| problems.iter().any(Problem::is_error));
    let text = if json {
        to_json(&CheckAnswer { files: checked.iter().map(|(file, problems)| checked_file(file, problems)).collect() })?
    } else {
        checked.iter().map(|(file, problems)| lines(file, problems)).collect()
    };
    Ok(Answer { text, has_errors })
}

#[derive(Serialize)]
struct CheckAnswer {
    files: Vec<CheckedFile>,
}

#[derive(Serialize)]
struct CheckedFile {
    file: String,
    problems: Vec<SaidProblem>,
}

#[derive(Serialize)]
struct SaidProblem {
    line: usize,
    column: usize,
    severity: &'static str,
    what: String,
    hint: String,
}

fn checked_file(file: &Path, problems: &[Problem]) -> CheckedFile {
    let said = problems.iter().map(|p| SaidProblem {
        line: p.place.line,
        column: p.place.column,
        severity: if p.is_error() { "error" } else { "warning" },
        what: p.what.clone(),
        hint: p.hint.clone(),
    });
    CheckedFile { file: file.display().to_string(), problems: said.collect() }
}

/// How much is said of a pathway, and how.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    /// The id and the label of every node too.
    pub(super) nodes: bool,
    /// As JSON.
    pub(super) json: bool,
}

/// What a pathway holds.
pub(super) fn info(file: &Path, reading: Whose, wanted: Wanted) -> Result<Answer, String> {
    let opened = open(file).map_err(|problems| lines(file, &problems))?;
    let info = Info::new(&opened, reading);
    if wanted.json {
        return to_json(&info).map(Answer::new);
    }
    let grades: Vec<String> = info.grades.iter().map(|(grade, n)| format!("{grade} {n}")).collect();
    let text = format!(
        "{} ({})\n{} nodes in {} lanes, {} links, {} sources\n{} links with evidence, {} where no source was found\n\
         grades: {}\nloops: {} reinforcing, {} balancing, {} undecided{}\nproblems: {} errors, {} warnings\n",
        info.title,
        info.id,
        info.nodes,
        info.lanes,
        info.links,
        info.sources,
        info.links_with_evidence,
        info.links_without_source,
        grades.join(", "),
        info.loops.reinforcing,
        info.loops.balancing,
        info.loops.undecided,
        info.loops.bound,
        info.problems.errors,
        info.problems.warnings,
    );
    let node = |node: &std::sync::Arc<crate::model::Node>| format!("{}  {}\n", node.id, node.label);
    let listed: String = if wanted.nodes { opened.pathway.nodes().map(node).collect() } else { String::new() };
    Ok(Answer::new(text + &listed))
}

#[derive(Serialize)]
struct Info {
    id: String,
    title: String,
    nodes: usize,
    links: usize,
    sources: usize,
    lanes: usize,
    links_with_evidence: usize,
    links_without_source: usize,
    grades: BTreeMap<&'static str, usize>,
    loops: LoopCounts,
    problems: ProblemCounts,
}

#[derive(Serialize)]
struct LoopCounts {
    reinforcing: usize,
    balancing: usize,
    undecided: usize,
    complete: bool,
    cut_by: Option<&'static str>,
    /// The same in words.
    #[serde(skip)]
    bound: String,
}

#[derive(Serialize)]
struct ProblemCounts {
    errors: usize,
    warnings: usize,
}

impl Info {
    fn new(opened: &Opened, reading: Whose) -> Self {
        let pathway = &opened.pathway;
        let lens = Lens { reading: reading.into(), ..Lens::default() };
        let found = loops(pathway, &lens, Limits::default());
        let of_grade = |grade: Grade| pathway.links().filter(|link| link.grade == grade).count();
        let errors = opened.problems.iter().filter(|p| p.is_error()).count();
        Self {
            id: pathway.about().id.clone(),
            title: pathway.about().title.clone(),
            nodes: pathway.nodes().len(),
            links: pathway.links().len(),
            sources: pathway.sources().len(),
            lanes: pathway.lanes().len(),
            links_with_evidence: pathway.links().filter(|link| !link.evidence.is_empty()).count(),
            links_without_source: pathway.links().filter(|link| link.no_source_found.is_some()).count(),
            grades: Grade::ALL.iter().map(|&grade| (grade.name(), of_grade(grade))).collect(),
            loops: LoopCounts {
                reinforcing: found.count(LoopKind::Reinforcing),
                balancing: found.count(LoopKind::Balancing),
                undecided: found.count(LoopKind::Undecided),
                complete: found.complete,
                cut_by: found.cut_by.map(limit),
                bound: match found.cut_by {
                    None => String::new(),
                    Some(CutBy::Length) => format!("{}; there may be longer ones", up_to(found.cut_by, found.length)),
                    Some(CutBy::Number | CutBy::Steps) => ", and more: the search was cut short".to_owned(),
                },
            },
            problems: ProblemCounts { errors, warnings: opened.problems.len() - errors },
        }
    }
}

/// The bibliography, for a reference manager.
pub(super) fn sources(file: &Path, format: References) -> Result<Answer, String> {
    let opened = open(file).map_err(|problems| lines(file, &problems))?;
    let sources: Vec<_> = opened.pathway.sources().iter().map(|source| &**source).collect();
    Ok(Answer::new(match format {
        References::Bibtex => bibliography::bibtex(&sources),
        References::Ris => bibliography::ris(&sources),
        References::Csl => bibliography::csl_json(&sources),
    }))
}

/// Where a pathway's cards and links lie, and how good the drawing is.
pub(super) fn layout(file: &Path, json: bool) -> Result<Answer, String> {
    let opened = open(file).map_err(|problems| lines(file, &problems))?;
    let mut measure = Measure::default();
    let start = Instant::now();
    let drawn = picture(&opened.pathway, &mut measure, ASPECT);
    let milliseconds = start.elapsed().as_secs_f64() * 1e3;
    if json {
        return to_json(&layout_answer(&opened, &drawn, milliseconds)).map(Answer::new);
    }
    let m = &drawn.metrics;
    let text = format!(
        "{:.0} x {:.0} px, drawn in {milliseconds:.1} ms\n{} cards overlap, {} links run through cards, \
         {} cards lie outside their lane, {} crossings\n",
        drawn.width, drawn.height, m.node_overlaps, m.links_through_nodes, m.lane_intruders, m.crossings,
    );
    Ok(Answer::new(text))
}

#[derive(Serialize)]
struct LayoutAnswer {
    nodes: Vec<LayoutNode>,
    links: Vec<LayoutLink>,
    lanes: Vec<LayoutLane>,
    metrics: LayoutMetrics,
}

#[derive(Serialize)]
struct LayoutNode {
    id: String,
    x: f64,
    y: f64,
    w: f64,
    h: f64,
    lane: String,
}

#[derive(Serialize)]
struct LayoutLink {
    id: String,
    from: String,
    to: String,
    points: Vec<(f64, f64)>,
}

#[derive(Serialize)]
struct LayoutLane {
    id: String,
    x: f64,
    y: f64,
    w: f64,
    h: f64,
}

#[derive(Serialize)]
struct LayoutMetrics {
    node_overlaps: usize,
    links_through_nodes: usize,
    lane_intruders: usize,
    crossings: usize,
    milliseconds: f64,
}

fn layout_answer(opened: &Opened, drawn: &Picture, milliseconds: f64) -> LayoutAnswer {
    let lane = |band: usize| drawn.bands.get(band).map(|b| b.id.to_string()).unwrap_or_default();
    let node = |card: &crate::picture::PlacedCard| LayoutNode {
        id: match &card.stands {
            Stands::Node(id) => id.to_string(),
            Stands::Lane(id, _) => id.to_string(),
        },
        x: card.x,
        y: card.y,
        w: card.w,
        h: card.h,
        lane: lane(card.band),
    };
    let ends = |id: &crate::model::LinkId| {
        opened.pathway.link(id).map(|l| (l.from.to_string(), l.to.to_string())).unwrap_or_default()
    };
    let link = |wire: &crate::picture::PlacedWire| {
        let id = wire.links.first().cloned().unwrap_or_else(|| crate::model::LinkId::new(""));
        let (from, to) = ends(&id);
        LayoutLink { id: id.to_string(), from, to, points: wire.points.clone() }
    };
    let band = |b: &crate::picture::PlacedBand| LayoutLane { id: b.id.to_string(), x: b.x, y: b.y, w: b.w, h: b.h };
    LayoutAnswer {
        nodes: drawn.cards.iter().map(node).collect(),
        links: drawn.wires.iter().map(link).collect(),
        lanes: drawn.bands.iter().map(band).collect(),
        metrics: LayoutMetrics {
            node_overlaps: drawn.metrics.node_overlaps,
            links_through_nodes: drawn.metrics.links_through_nodes,
            lane_intruders: drawn.metrics.lane_intruders,
            crossings: drawn.metrics.crossings,
            milliseconds,
        },
    }
}

pub(super) fn to_json(answer: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(answer).map(|text| text + "\n").map_err(|error| format!("pathlight: {error}\n"))
}

/// Writes a file, and says so; one sentence where it cannot be written.
pub(super) fn write(output: &Path, bytes: &[u8]) -> Result<String, String> {
    let name = output.display();
    files::write(output, bytes)
        .map_err(|error| format!("{name}: cannot be written ({error}); choose another place\n"))?;
    Ok(format!("{name}: {} KB\n", bytes.len().div_ceil(1024)))
}
