//! The answers: text for people, or one JSON object for programs.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    time::Instant,
};

use serde::Serialize;

use super::{
    bounds::{limit, up_to},
    fonts::FontArgs,
    lens::Whose,
    source::{Errors, errors_of, lines, open, sound},
};
use crate::{
    analysis::{
        lens::Lens,
        loops::{Limits, LoopKind, loops},
        web::CutBy,
    },
    export,
    formats::{Opened, Problem},
    model::{Grade, LinkId, Pathway},
    picture::{Picture, Stands, picture},
    session::{self, Question},
    signs::places::Faults,
    text::{Measure, visible_json},
    theme::Themes,
    words::{count, counts},
};

/// An answer for standard output.
pub(super) struct Answer {
    pub(super) text: String,
    pub(super) has_errors: bool,
    /// What is said beside it, on standard error.
    pub(super) remarks: String,
}

impl Answer {
    pub(super) fn new(text: String) -> Self {
        Self { text, has_errors: false, remarks: String::new() }
    }

    /// The answer with remarks, a line each.
    pub(super) fn with(self, remarks: &[String]) -> Self {
        let lines: String = remarks.iter().map(|remark| format!("pathlight: {remark}\n")).collect();
        Self { remarks: self.remarks + &lines, ..self }
    }
}

/// The shape that the command line lays out for, as width over height.
pub(super) const ASPECT: f64 = 1.75;

/// Every problem of every file.
pub(super) fn check(files: &[PathBuf], fonts: &FontArgs, json: bool) -> Result<Answer, String> {
    let problems = |file| match open(file) {
        Ok(opened) => opened.problems.into_iter().chain(fonts.problem(file, &opened.pathway)).collect(),
        Err(problems) => problems,
    };
    let checked: Vec<(&PathBuf, Vec<Problem>)> = files.iter().map(|file| (file, problems(file))).collect();
    let has_errors = checked.iter().any(|(_, problems)| problems.iter().any(Problem::is_error));
    let text = if json {
        to_json(&CheckAnswer { files: checked.iter().map(|(file, problems)| checked_file(file, problems)).collect() })?
    } else {
        checked.iter().map(|(file, problems)| lines(file, problems)).collect()
    };
    Ok(Answer { has_errors, ..Answer::new(text) })
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
    /// Whether errors are put up with.
    pub(super) errors: Errors,
}

/// What a pathway holds.
pub(super) fn info(file: &Path, reading: Whose, wanted: Wanted) -> Result<Answer, String> {
    let opened = sound(file, wanted.errors)?;
    let info = Info::new(&opened, reading);
    if wanted.json {
        return to_json(&info).map(Answer::new);
    }
    let grades: Vec<String> = info.grades.iter().map(|(grade, n)| format!("{grade} {n}")).collect();
    let text = format!(
        "{} ({})\n{} in {}, {}, {}\n{} with evidence, {} where no source was found\n\
         grades: {}\nloops: {} reinforcing, {} balancing, {} undecided{}\nproblems: {}, {}\n",
        info.title,
        info.id,
        counts::nodes(info.nodes),
        count(info.lanes, "lane", "lanes"),
        counts::links(info.links),
        counts::sources(info.sources),
        counts::links(info.links_with_evidence),
        info.links_without_source,
        grades.join(", "),
        info.loops.reinforcing,
        info.loops.balancing,
        info.loops.undecided,
        info.loops.bound,
        count(info.problems.errors, "error", "errors"),
        count(info.problems.warnings, "warning", "warnings"),
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
        let errors = errors_of(opened);
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

/// Where a pathway's cards and links lie, and how good the drawing is.
pub(super) fn layout(file: &Path, errors: Errors, json: bool) -> Result<Answer, String> {
    let opened = sound(file, errors)?;
    let mut measure = Measure::default();
    let start = Instant::now();
    let drawn = picture(&opened.pathway, &mut measure, ASPECT);
    let milliseconds = start.elapsed().as_secs_f64() * 1e3;
    let over = marks_over(&opened.pathway, &drawn);
    if json {
        return to_json(&layout_answer(&opened, &drawn, over, milliseconds)).map(Answer::new);
    }
    let m = &drawn.metrics;
    let text = format!(
        "{:.0} x {:.0} px, drawn in {milliseconds:.1} ms\n{}, {}, {}, {}, {}, {}, {}\n",
        drawn.width,
        drawn.height,
        count(m.node_overlaps, "pair of cards overlaps", "pairs of cards overlap"),
        count(m.links_through_nodes, "link runs through cards", "links run through cards"),
        count(m.lane_intruders, "card lies outside its lane", "cards lie outside their lane"),
        count(m.crossings, "crossing", "crossings"),
        count(over.over_ends, "mark on an end of a link", "marks on ends of links"),
        count(over.over_marks, "mark on another one", "marks on other ones"),
        count(over.over_lines, "badge on another link", "badges on other links"),
    );
    Ok(Answer::new(text))
}

/// What is covered by the marks of a drawing: names of lanes, badges, pills, and the marks of its loops.
fn marks_over(pathway: &Pathway, drawn: &Picture) -> Faults {
    let closing: Vec<LinkId> = match session::answer(pathway, &Lens::default(), &Question::Loops(0)) {
        Ok(session::Answer::Loops { told, .. }) => told.into_iter().filter_map(|one| one.closing).collect(),
        _ => Vec::new(),
    };
    export::marks_over(pathway, drawn, &closing, &Themes::bundled().light)
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
    /// Names, badges, pills and marks of loops that cover the end or the start of a link.
    marks_over_ends: usize,
    /// Pairs of them that cover one another.
    marks_over_marks: usize,
    /// Badges (`!`, `?`, `±`) that lie on the line of another link.
    badges_over_lines: usize,
    milliseconds: f64,
}

fn layout_answer(opened: &Opened, drawn: &Picture, over: Faults, milliseconds: f64) -> LayoutAnswer {
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
            marks_over_ends: over.over_ends,
            marks_over_marks: over.over_marks,
            badges_over_lines: over.over_lines,
            milliseconds,
        },
    }
}

pub(super) fn to_json(answer: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(answer)
        .map(|text| visible_json(&text).into_owned() + "\n")
        .map_err(|error| format!("pathlight: {error}\n"))
}
