//! What a table answers: lines for people, or one JSON object for programs.

use std::collections::BTreeSet;

use serde::Serialize;

use super::opened::Table;
use crate::{
    analysis::web::CutBy,
    cli::{
        answers::{Answer, to_json},
        bounds::limit,
    },
    quarry::{Bounds, Reach, Ring, Route, Says},
    words::{count, counts},
};

/// How many papers of a link are named in a line.
const PAPERS_NAMED: usize = 5;

#[derive(Serialize)]
struct SaidAbout<'a> {
    rows: usize,
    nodes: usize,
    links: usize,
    signed: usize,
    divided: usize,
    self_links: usize,
    columns: SaidColumns<'a>,
    words: Vec<SaidWord<'a>>,
    odd: Vec<String>,
}

#[derive(Serialize)]
struct SaidColumns<'a> {
    header: bool,
    source: &'a str,
    target: &'a str,
    relation: Vec<&'a str>,
    papers: Vec<&'a str>,
    sentence: Option<&'a str>,
}

#[derive(Serialize)]
struct SaidWord<'a> {
    word: &'a str,
    rows: usize,
    effect: &'static str,
}

/// What the table holds.
pub(super) fn about(table: &Table, json: bool) -> Result<Answer, String> {
    let (report, columns) = (table.quarry.report(), table.quarry.columns());
    let name = |column: usize| table.names.get(column).map_or("", String::as_str);
    let said = SaidAbout {
        rows: report.rows,
        nodes: report.nodes,
        links: report.links,
        signed: report.signed,
        divided: report.divided,
        self_links: report.self_links,
        columns: SaidColumns {
            header: columns.header,
            source: name(columns.source),
            target: name(columns.target),
            relation: columns.relation.iter().map(|relation| name(relation.column)).collect(),
            papers: columns.papers.iter().map(|&column| name(column)).collect(),
            sentence: columns.sentence.map(name),
        },
        words: table
            .quarry
            .words()
            .into_iter()
            .filter(|word| word.rows > 0)
            .map(|word| SaidWord { word: &word.text, rows: word.rows, effect: word.effect.label() })
            .collect(),
        odd: report.oddities(),
    };
    if json {
        return to_json(&said).map(Answer::new);
    }
    let mut text = format!(
        "{}: {} with {} between {}\n{} raise or lower; rows of {} disagree about the sign; {} from a thing to itself\n",
        table.name,
        count(said.rows, "row", "rows"),
        counts::links(said.links),
        count(said.nodes, "thing", "things"),
        counts::links(said.signed),
        counts::links(said.divided),
        counts::links(said.self_links)
    );
    text += &format!("\ncause: {}\neffect: {}\n", said.columns.source, said.columns.target);
    let list = |names: &[&str]| if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    let flags = columns.relation.iter().any(|relation| matches!(relation.says, Says::Flag(_)));
    let how = if flags { " (by yes and no)" } else { "" };
    text +=
        &format!("what a link does: {}{how}\npapers: {}\n", list(&said.columns.relation), list(&said.columns.papers));
    text += &format!("sentence: {}\n\n", said.columns.sentence.unwrap_or("none"));
    for word in said.words.iter().take(WORDS_LISTED) {
        let shown = if word.word.is_empty() { "(no word)" } else { word.word };
        text += &format!("{:>9}  {shown}: {}\n", word.rows, word.effect);
    }
    if said.words.len() > WORDS_LISTED {
        text += &format!("           and {} more; --json lists them all\n", said.words.len() - WORDS_LISTED);
    }
    Ok(Answer::new(text))
}

/// How many words of a table are listed for people.
const WORDS_LISTED: usize = 40;

#[derive(Serialize)]
struct SaidNames<'a> {
    total: usize,
    names: Vec<SaidName<'a>>,
}

#[derive(Serialize)]
struct SaidName<'a> {
    name: &'a str,
    causes: usize,
    effects: usize,
}

/// Names that hold a text.
pub(super) fn names(table: &Table, text: &str, most: usize, json: bool) -> Result<Answer, String> {
    let quarry = &table.quarry;
    let found = quarry.names(text, most);
    let said = |&node: &u32| SaidName {
        name: quarry.name(node),
        causes: quarry.links_to(node).len(),
        effects: quarry.links_from(node).len(),
    };
    let names: Vec<SaidName<'_>> = found.nodes.iter().map(said).collect();
    if json {
        return to_json(&SaidNames { total: found.total, names }).map(Answer::new);
    }
    let mut text = format!("{}\n", count(found.total, "name", "names"));
    for name in &names {
        text += &format!("{} ({}, {})\n", name.name, counts::causes(name.causes), counts::effects(name.effects));
    }
    if found.total > names.len() {
        text += "There are more names; --max-number N lists as many as you say.\n";
    }
    Ok(Answer::new(text))
}

#[derive(Serialize)]
struct SaidAround<'a> {
    name: &'a str,
    effects: Vec<SaidRing<'a>>,
    causes: Vec<SaidRing<'a>>,
    complete: bool,
}

#[derive(Serialize)]
struct SaidRing<'a> {
    steps: usize,
    total: usize,
    nearest: Vec<SaidNear<'a>>,
}

#[derive(Serialize)]
struct SaidNear<'a> {
    name: &'a str,
    by: SaidLink<'a>,
}

#[derive(Serialize)]
struct SaidLink<'a> {
    from: &'a str,
    to: &'a str,
    effect: &'static str,
    rows: usize,
    papers: Vec<String>,
}

fn said_link(table: &Table, link: u32) -> SaidLink<'_> {
    let quarry = &table.quarry;
    let [from, to] = quarry.ends(link).map(|end| quarry.name(end));
    let papers: BTreeSet<_> = quarry.rows(link).into_iter().flat_map(|row| row.papers).collect();
    let papers = papers.iter().map(crate::quarry::Paper::name).collect();
    SaidLink { from, to, effect: quarry.effect(link).label(), rows: quarry.row_count(link), papers }
}

/// What lies around a thing.
pub(super) fn around(table: &Table, name: &str, reach: Reach, json: bool) -> Result<Answer, String> {
    let found = table.quarry.around(table.node(name)?, reach);
    let ring = |(at, ring): (usize, &Ring)| SaidRing {
        steps: at + 1,
        total: ring.total,
        nearest: ring
            .listed
            .iter()
            .map(|&(node, link)| SaidNear { name: table.quarry.name(node), by: said_link(table, link) })
            .collect(),
    };
    let rings = |rings: &[Ring]| rings.iter().enumerate().map(ring).collect::<Vec<_>>();
    let name = table.quarry.name(found.node);
    if json {
        let (effects, causes) = (rings(&found.effects), rings(&found.causes));
        return to_json(&SaidAround { name, effects, causes, complete: !found.is_cut }).map(Answer::new);
    }
    let mut text = format!("{name}\n");
    for (list, noun, nouns) in [(&found.effects, "effect", "effects"), (&found.causes, "cause", "causes")] {
        if list.is_empty() {
            text += &format!("\nno {nouns}\n");
        }
        for (at, ring) in list.iter().enumerate() {
            text += &format!("\n{} {} away\n", count(ring.total, noun, nouns), counts::links(at + 1));
            for &(_, link) in &ring.listed {
                text += &format!("  {}{}\n", table.sentence(link), support(table, link));
            }
            if ring.total > ring.listed.len() {
                text += "  and more; --max-number N lists as many as you say\n";
            }
        }
    }
    if found.is_cut {
        text += "\nThe search was cut short: more lies around it than is looked at; ask for fewer --steps.\n";
    }
    Ok(Answer::new(text))
}

/// Rows and papers of a link, in brackets.
fn support(table: &Table, link: u32) -> String {
    let link = said_link(table, link);
    let papers = link.papers.iter().take(PAPERS_NAMED).cloned().collect::<Vec<_>>().join(", ");
    let more = link.papers.len().saturating_sub(PAPERS_NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let papers = if papers.is_empty() { "no paper".to_owned() } else { papers + &more };
    format!(" ({}; {papers})", count(link.rows, "row", "rows"))
}

#[derive(Serialize)]
struct SaidRoutes<'a> {
    from: &'a str,
    to: &'a str,
    routes: Vec<SaidRoute<'a>>,
    complete: bool,
    cut_by: Option<&'static str>,
    length: usize,
    raising: usize,
    lowering: usize,
    undecided: usize,
}

#[derive(Serialize)]
struct SaidRoute<'a> {
    effect: &'static str,
    links: Vec<SaidLink<'a>>,
}

/// What leads from one thing to another.
pub(super) fn routes(table: &Table, ends: (&str, &str), bounds: Bounds, json: bool) -> Result<Answer, String> {
    let (from, to) = (table.node(ends.0)?, table.node(ends.1)?);
    if from == to {
        return Err("pathlight: from a thing to itself lead loops and no routes; name two things\n".to_owned());
    }
    let found = table.quarry.routes(from, to, bounds);
    let of = |effect: &str| found.routes.iter().filter(|route| route.effect.name() == effect).count();
    let (raising, lowering, undecided) = (of("raises"), of("lowers"), of("undecided"));
    let (from, to) = (table.quarry.name(from), table.quarry.name(to));
    if json {
        let said = |route: &Route| SaidRoute {
            effect: route.effect.name(),
            links: route.links.iter().map(|&link| said_link(table, link)).collect(),
        };
        let routes = found.routes.iter().map(said).collect();
        let (complete, cut_by, length) = (found.cut_by.is_none(), found.cut_by.map(limit), bounds.length);
        return to_json(&SaidRoutes { from, to, routes, complete, cut_by, length, raising, lowering, undecided })
            .map(Answer::new);
    }
    let mut text = format!(
        "{from} to {to}: {} of up to {}; {raising} raise, {lowering} lower, {undecided} undecided\n",
        counts::routes(found.routes.len()),
        counts::links(bounds.length)
    );
    for (at, route) in found.routes.iter().enumerate() {
        let things = table.quarry.things(&route.links);
        let way = things.into_iter().map(|thing| table.quarry.name(thing)).collect::<Vec<_>>().join(" > ");
        text += &format!("\n{}. {way}: {}\n", at + 1, route.effect.name());
        for &link in &route.links {
            text += &format!("   {}{}\n", table.sentence(link), support(table, link));
        }
    }
    text += match found.cut_by {
        None => "",
        Some(CutBy::Number) => {
            "\nThere are more routes; these are the first, the shortest before the others. --max-number N lists as many as \
             you say.\n"
        }
        Some(CutBy::Steps | CutBy::Length) => {
            "\nThe search was cut short, so that there may be more routes; --max-steps N goes on for longer, fewer --steps or \
             --signed need less.\n"
        }
    };
    Ok(Answer::new(text))
}
