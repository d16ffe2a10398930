//! Questions about what a pathway implies: routes, loops, what-if, cuts.

use std::{collections::BTreeMap, path::Path};

use serde::Serialize;

use super::{
    answers::{Answer, to_json},
    bounds::{Bounds, cut_short, how_many, limit, up_to},
    lens::Through,
    source::sound,
};
use crate::{
    analysis::{
        cuts::{self, Broken, NodeCut, Proof},
        lens::Lens,
        loops::{self, Loop},
        problems::meant::Meant,
        prose::{self, to_markdown},
        routes::{self, Route},
        web::CutBy,
        whatif::{Outcome, Push, WhatIf, whatif_within},
    },
    model::{LinkId, NodeId, Pathway, written::Names},
};

/// A question's pathway, ready to be asked.
pub(super) struct Asked {
    pub(super) pathway: Pathway,
    pub(super) lens: Lens,
}

impl Asked {
    pub(super) fn new(file: &Path, through: &Through) -> Result<Self, String> {
        Self::of(sound(file, through.errors)?.pathway, through)
    }

    pub(super) fn of(pathway: Pathway, through: &Through) -> Result<Self, String> {
        let lens = through.lens(&pathway)?;
        Ok(Self { pathway, lens })
    }

    /// The node that is meant: by its id, else by its label, else by another name, as people write them.
    pub(super) fn node(&self, text: &str) -> Result<NodeId, String> {
        let misnamed = match Names::new(&self.pathway).find(text) {
            Ok(node) => return Ok(node.id.clone()),
            Err(misnamed) => misnamed,
        };
        let candidates = misnamed.candidates(&self.pathway);
        if !candidates.is_empty() {
            let all = candidates.join(" and ");
            return Err(format!("pathlight: several nodes have the name “{text}”: {all}; name one by its id\n"));
        }
        let near = Meant::new(&self.pathway).of(text);
        let near = near.map_or_else(String::new, |node| format!(", perhaps you mean “{}” ({})", node.id, node.label));
        Err(format!(
            "pathlight: there is no node “{text}”{near}; `pathlight info FILE --nodes` lists the ids of all nodes\n"
        ))
    }

    fn sentence(&self, link: &LinkId) -> String {
        self.pathway.link(link).map(|l| self.pathway.sentence_in(l, self.lens.reading)).unwrap_or_default()
    }
}

#[derive(Serialize)]
struct SaidRoute<'a> {
    nodes: &'a [NodeId],
    links: &'a [LinkId],
    effect: &'static str,
    grade: &'static str,
    weakest: &'a [LinkId],
}

impl<'a> SaidRoute<'a> {
    fn new(route: &'a Route) -> Self {
        Self {
            nodes: &route.nodes,
            links: &route.links,
            effect: route.effect.name(),
            grade: route.grade.name(),
            weakest: &route.weakest,
        }
    }
}

/// Every route from a cause to an effect.
pub(super) fn routes(
    file: &Path,
    through: &Through,
    (from, to): (&str, &str),
    bounds: Bounds,
    json: bool,
) -> Result<Answer, String> {
    let asked = Asked::new(file, through)?;
    let (from, to) = (asked.node(from)?, asked.node(to)?);
    let found = routes::routes(&asked.pathway, &asked.lens, &from, &to, bounds.routes())
        .map_err(|e| format!("pathlight: {e}\n"))?;
    if json {
        return to_json(&SaidRoutes {
            routes: found.routes.iter().map(SaidRoute::new).collect(),
            complete: found.complete,
            cut_by: found.cut_by.map(limit),
            length: found.length,
            overall: found.overall.name(),
            best: found.best.as_ref().map(SaidRoute::new),
            hangs_on: found.hangs_on.as_ref(),
        })
        .map(Answer::new);
    }
    let name = |id| asked.pathway.label(id);
    let mut text = format!(
        "{} to {}: {}, {}together: {}.\n",
        name(&from),
        name(&to),
        how_many(found.routes.len(), found.cut_by, found.length, "route", "routes"),
        if found.complete { "" } else { "all there are " },
        found.overall.name()
    );
    if let Some(link) = &found.hangs_on {
        text += &format!("Every route takes one link: {}.\n", asked.sentence(link));
    }
    for (i, route) in found.routes.iter().enumerate() {
        let weakest = route.weakest.iter().map(|link| asked.sentence(link)).collect::<Vec<_>>().join("; ");
        let on_the_way = route.nodes.iter().map(name).collect::<Vec<_>>().join(" > ");
        let (effect, grade, why) = (route.effect.name(), route.grade.name(), route.grade.short());
        text += &format!("\n{}. {on_the_way}\n   {effect}; weakest grade {grade} ({why}): {weakest}\n", i + 1);
    }
    if let Some(best) = &found.best {
        let story = prose::walk(&asked.pathway, asked.lens.reading, &best.links, false);
        text += &format!("\n{}", to_markdown(&story, "The best supported route, in words"));
    }
    Ok(Answer::new(text + &cut_short(found.cut_by, "routes", found.length, bounds)))
}

#[derive(Serialize)]
struct SaidRoutes<'a> {
    routes: Vec<SaidRoute<'a>>,
    complete: bool,
    cut_by: Option<&'static str>,
    length: usize,
    overall: &'static str,
    best: Option<SaidRoute<'a>>,
    hangs_on: Option<&'a LinkId>,
}

#[derive(Serialize)]
struct SaidLoop<'a> {
    nodes: &'a [NodeId],
    links: &'a [LinkId],
    kind: &'static str,
    name: String,
    reason: String,
    grade: &'static str,
    weakest: &'a [LinkId],
}

fn said_loops<'a>(asked: &Asked, found: &'a [Loop], names: Vec<String>) -> Vec<SaidLoop<'a>> {
    let said = |(one, name): (&'a Loop, String)| SaidLoop {
        nodes: &one.nodes,
        links: &one.links,
        kind: one.kind.name(),
        name,
        reason: one.reason(&asked.pathway, &asked.lens),
        grade: one.grade.name(),
        weakest: &one.weakest,
    };
    found.iter().zip(names).map(said).collect()
}

/// Every feedback loop.
pub(super) fn loops(file: &Path, through: &Through, bounds: Bounds, json: bool) -> Result<Answer, String> {
    let asked = Asked::new(file, through)?;
    let found = loops::loops(&asked.pathway, &asked.lens, bounds.loops());
    let said = said_loops(&asked, &found.loops, found.names(&asked.pathway));
    let broken = cuts::break_loops(&asked.pathway, &asked.lens, bounds.loops());
    if json {
        return to_json(&SaidLoops {
            loops: said,
            complete: found.complete,
            cut_by: found.cut_by.map(limit),
            length: found.length,
            breaking: SaidBreaking {
                links: &broken.links,
                exact: broken.proof == Proof::Exact,
                complete: broken.complete,
                cut_by: broken.cut_by.map(limit),
            },
        })
        .map(Answer::new);
    }
    let head = how_many(said.len(), found.cut_by, found.length, "loop", "loops").replacen("no ", "No ", 1);
    let mut text = format!("{head}.\n");
    for (i, (one, said)) in found.loops.iter().zip(&said).enumerate() {
        let weakest = one.weakest.iter().map(|link| asked.sentence(link)).collect::<Vec<_>>().join("; ");
        let links = crate::words::count(one.links.len(), "link", "links");
        text += &format!("\n{}. {} ({}, {links})\n   {}\n", i + 1, said.name, said.kind, said.reason);
        text += &format!("   weakest grade {} ({}): {weakest}\n", said.grade, one.grade.short());
    }
    text += &breaking(&asked, &broken);
    Ok(Answer::new(text + &cut_short(found.cut_by, "loops", found.length, bounds)))
}

/// Without which links nothing reinforces, as far as that is known.
fn breaking(asked: &Asked, broken: &Broken) -> String {
    if broken.links.is_empty() {
        return String::new();
    }
    let proof = match broken.proof {
        Proof::Exact => "fewer cannot".to_owned(),
        Proof::Bound { at_least } => format!("no fewer than {at_least} will do"),
    };
    let left = match broken.cut_by {
        None => "no reinforcing loop is left".to_owned(),
        Some(CutBy::Length) => format!("no reinforcing loop{} is left", up_to(broken.cut_by, broken.length)),
        Some(CutBy::Number | CutBy::Steps) => "none is left of the reinforcing loops that were found".to_owned(),
    };
    let without = broken.links.iter().map(|link| asked.sentence(link)).collect::<Vec<_>>().join("; ");
    format!("\nWithout these links {left} ({proof}): {without}\n")
}

#[derive(Serialize)]
struct SaidLoops<'a> {
    loops: Vec<SaidLoop<'a>>,
    complete: bool,
    cut_by: Option<&'static str>,
    length: usize,
    breaking: SaidBreaking<'a>,
}

#[derive(Serialize)]
struct SaidBreaking<'a> {
    links: &'a [LinkId],
    exact: bool,
    complete: bool,
    cut_by: Option<&'static str>,
}

/// What is done in a what-if, as it was typed.
pub(super) struct Typed<'a> {
    pub(super) raise: &'a [String],
    pub(super) lower: &'a [String],
    pub(super) block: &'a [String],
    pub(super) watch: Option<&'a str>,
    /// How far is looked for loops that a block breaks.
    pub(super) bounds: Bounds,
}

/// What becomes of everything if something is pushed or blocked.
pub(super) fn whatif(file: &Path, through: &Through, typed: &Typed<'_>, json: bool) -> Result<Answer, String> {
    let asked = Asked::new(file, through)?;
    let push = push(&asked, typed)?;
    let limits = typed.bounds.loops();
    let answer = whatif_within(&asked.pathway, &asked.lens, &push, limits).map_err(|e| format!("pathlight: {e}\n"))?;
    if json {
        return to_json(&said_whatif(&asked, &answer)).map(Answer::new);
    }
    let mut text = to_markdown(&prose::whatif(&asked.pathway, &answer), "What if");
    if let Some(watched) = typed.watch {
        let node = asked.node(watched)?;
        text += &format!("\n{}\n", watch(&asked, &answer, &node));
    }
    text += &cut_short(answer.broken_loops_cut_by, "loops that break", limits.length, typed.bounds);
    Ok(Answer::new(text))
}

/// A blocked thing is a node, or else a link by its id.
fn push(asked: &Asked, typed: &Typed<'_>) -> Result<Push, String> {
    let nodes = |names: &[String]| names.iter().map(|name| asked.node(name)).collect::<Result<_, _>>();
    let mut push = Push { raise: nodes(typed.raise)?, lower: nodes(typed.lower)?, ..Push::default() };
    for name in typed.block {
        let link = LinkId::new(name);
        if asked.pathway.link(&link).is_some() {
            push.block_links.insert(link);
        } else {
            push.block_nodes.insert(asked.node(name)?);
        }
    }
    Ok(push)
}

fn watch(asked: &Asked, answer: &WhatIf, node: &NodeId) -> String {
    let label = asked.pathway.label(node);
    match answer.watch(&asked.pathway, node) {
        None => format!("{label}: unchanged, since no route leads there."),
        Some(watch) => {
            let said: Vec<&str> = watch.disagreements.iter().map(|d| d.sentence.as_str()).collect();
            let first = format!(
                "{label}: {} at first, {} with feedback.",
                watch.answer.first.name(),
                watch.answer.feedback.name()
            );
            let all = watch.complete && watch.disagreements.len() == watch.more.len() * watch.less.len();
            let bound = "There may be further pairs: only the shortest routes were compared.";
            let lines = std::iter::once(first.as_str()).chain(said).chain((!all).then_some(bound));
            lines.collect::<Vec<_>>().join("\n")
        }
    }
}

#[derive(Serialize)]
struct SaidWhatIf<'a> {
    first_response: BTreeMap<&'a NodeId, &'static str>,
    with_feedback: BTreeMap<&'a NodeId, &'static str>,
    exact: bool,
    cut_off: &'a [NodeId],
    still_reached: BTreeMap<&'a NodeId, Vec<LinkId>>,
    broken_loops: Vec<SaidLoop<'a>>,
    broken_loops_complete: bool,
    broken_loops_cut_by: Option<&'static str>,
}

fn said_whatif<'a>(asked: &Asked, answer: &'a WhatIf) -> SaidWhatIf<'a> {
    let words = |outcome: fn(&crate::analysis::whatif::Answer) -> Outcome| {
        answer.answers.iter().map(move |(id, found)| (id, outcome(found).name())).collect()
    };
    let names = answer.broken_loops.iter().map(|one| one.name(&asked.pathway)).collect();
    SaidWhatIf {
        first_response: words(|found| found.first),
        with_feedback: words(|found| found.feedback),
        exact: answer.exact,
        cut_off: &answer.cut_off,
        still_reached: answer
            .still_reached
            .iter()
            .map(|id| (id, answer.way_round(id).map(|route| route.links).unwrap_or_default()))
            .collect(),
        broken_loops: said_loops(asked, &answer.broken_loops, names),
        broken_loops_complete: answer.broken_loops_complete,
        broken_loops_cut_by: answer.broken_loops_cut_by.map(limit),
    }
}

/// What separates a cause from an effect.
pub(super) fn cuts(file: &Path, through: &Through, ends: (&str, &str), json: bool) -> Result<Answer, String> {
    let asked = Asked::new(file, through)?;
    let (from, to) = (asked.node(ends.0)?, asked.node(ends.1)?);
    let found = cuts::cuts(&asked.pathway, &asked.lens, &from, &to).map_err(|e| format!("pathlight: {e}\n"))?;
    let (nodes, direct) = match &found.nodes {
        NodeCut::Separates(nodes) => (nodes, &[][..]),
        NodeCut::Direct { links, beside } => (beside, links.as_slice()),
    };
    if json {
        return to_json(&SaidCuts {
            connected: found.connected,
            nodes,
            direct_links: direct,
            links: &found.links,
            dominators: &found.every_node,
            every_link: &found.every_link,
        })
        .map(Answer::new);
    }
    let name = |id: &NodeId| asked.pathway.label(id).to_owned();
    let list = |names: Vec<String>| if names.is_empty() { "none".to_owned() } else { names.join("; ") };
    if !found.connected {
        return Ok(Answer::new(format!("No route leads from {} to {}.\n", name(&from), name(&to))));
    }
    let mut text = format!("From {} to {}\n", name(&from), name(&to));
    if !direct.is_empty() {
        text +=
            "A link leads straight there, so no nodes can separate the two; nodes can only stop the other routes.\n";
    }
    let stopped = if direct.is_empty() { "every route" } else { "every other route" };
    text += &format!("fewest nodes that stop {stopped}: {}\n", list(nodes.iter().map(name).collect()));
    let links = |ids: &[LinkId]| list(ids.iter().map(|id| asked.sentence(id)).collect());
    text += &format!("fewest links that stop every route: {}\n", links(&found.links));
    text += &format!("every route passes: {}\n", list(found.every_node.iter().map(name).collect()));
    text += &format!("every route takes: {}\n", links(&found.every_link));
    Ok(Answer::new(text))
}

#[derive(Serialize)]
struct SaidCuts<'a> {
    connected: bool,
    nodes: &'a [NodeId],
    direct_links: &'a [LinkId],
    links: &'a [LinkId],
    dominators: &'a [NodeId],
    every_link: &'a [LinkId],
}
