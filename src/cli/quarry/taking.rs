//! What is taken from a table into a file, and what a table has beyond what was taken.

use std::{collections::BTreeSet, path::Path};

use serde::Serialize;

use super::opened::Table;
use crate::{
    cli::{
        answers::{Answer, to_json},
        output,
        source::{Errors, sound},
    },
    formats,
    quarry::{Bounds, MOST_TAKEN, Paper, Part, Reach},
    words::{count, counts},
};

/// Checks that a file may be written, before a large table is read.
///
/// # Errors
/// One sentence.
pub(super) fn check(output: &Path, table: &Path) -> Result<(), String> {
    output::check(&[output], &[table])?;
    output::check_folder(output)?;
    output::check_replaced(output).map(drop)
}

/// What lies around a thing, with all links between.
pub(super) fn around(table: &Table, name: &str, steps: usize) -> Result<Part, String> {
    let node = table.node(name)?;
    let found = table.quarry.around(node, Reach { steps, listed: MOST_TAKEN + 1, ..Reach::default() });
    let rings = found.effects.iter().chain(&found.causes);
    let nodes: BTreeSet<u32> = rings.flat_map(|ring| ring.listed.iter().map(|(node, _)| *node)).chain([node]).collect();
    Ok(Part::between(&table.quarry, nodes))
}

/// All routes from one thing to another.
pub(super) fn along(table: &Table, ends: (&str, &str), bounds: Bounds) -> Result<Part, String> {
    let (from, to) = (table.node(ends.0)?, table.node(ends.1)?);
    let found = table.quarry.routes(from, to, bounds);
    if found.routes.is_empty() {
        let within = counts::links(bounds.length);
        return Err(format!("pathlight: nothing leads from “{}” to “{}” within {within}\n", ends.0, ends.1));
    }
    Ok(Part { links: found.routes.into_iter().flat_map(|route| route.links).collect(), ..Part::default() })
}

/// Named things, with all links between them.
pub(super) fn between(table: &Table, names: &[String]) -> Result<Part, String> {
    let nodes = names.iter().map(|name| table.node(name)).collect::<Result<_, _>>()?;
    Ok(Part::between(&table.quarry, nodes))
}

#[derive(Serialize)]
struct SaidTaken<'a> {
    file: &'a str,
    nodes: usize,
    links: usize,
    sources: usize,
    signed: usize,
    with_evidence: usize,
}

/// Writes a part as a pathway.
pub(super) fn take(
    table: &Table,
    part: &Part,
    title: Option<&str>,
    output: &Path,
    json: bool,
) -> Result<Answer, String> {
    let name = output.file_name().unwrap_or_default().to_string_lossy();
    let title = title.map_or_else(|| name.split('.').next().unwrap_or_default().to_owned(), str::to_owned);
    let pathway = table.quarry.take(part, &table.name, &title).map_err(|why| format!("pathlight: {why}\n"))?;
    // Reading a large table takes a while, so that what stands there is looked at anew.
    let seen = output::check_replaced(output)?;
    let written = output::save((output, &seen), &formats::save(&pathway), &pathway, 0)?;
    let (nodes, links, sources) = (pathway.nodes().len(), pathway.links().len(), pathway.sources().len());
    let signed = pathway.links().filter(|link| link.effect.sign().is_some()).count();
    let with_evidence = pathway.links().filter(|link| !link.evidence.is_empty()).count();
    if json {
        let said = SaidTaken { file: &output.to_string_lossy(), nodes, links, sources, signed, with_evidence };
        return to_json(&said).map(Answer::new);
    }
    let counted = [counts::nodes(nodes), counts::links(links), counts::sources(sources)].join(", ");
    let said = "of the links {} raise or lower, {} have evidence; grades are D or X until somebody weighs it";
    let said = said.replacen("{}", &signed.to_string(), 1).replacen("{}", &with_evidence.to_string(), 1);
    Ok(Answer::new(format!("{written}{counted}; {said}\n")))
}

#[derive(Serialize)]
struct SaidChanged {
    new_links: Vec<String>,
    new_papers: Vec<SaidPapers>,
    other_effects: Vec<SaidEffect>,
    gone_links: Vec<String>,
    unknown_nodes: Vec<String>,
}

#[derive(Serialize)]
struct SaidPapers {
    link: String,
    papers: Vec<String>,
}

#[derive(Serialize)]
struct SaidEffect {
    link: String,
    effect: &'static str,
}

/// What a table has beyond a pathway.
pub(super) fn changed(table: &Table, file: &Path, output: Option<&Path>, json: bool) -> Result<Answer, String> {
    let pathway = sound(file, Errors::default())?.pathway;
    let found = table.quarry.changed(&pathway);
    let sentence = |id| pathway.link(id).map_or_else(String::new, |link| pathway.sentence(link));
    let said = SaidChanged {
        new_links: found.links.iter().map(|&link| table.sentence(link)).collect(),
        new_papers: found
            .papers
            .iter()
            .map(|(id, _, papers)| SaidPapers { link: sentence(id), papers: papers.iter().map(Paper::name).collect() })
            .collect(),
        other_effects: found
            .effects
            .iter()
            .map(|(id, effect)| SaidEffect { link: sentence(id), effect: effect.label() })
            .collect(),
        gone_links: found.gone.iter().map(sentence).collect(),
        unknown_nodes: found.unknown.iter().map(|id| pathway.label(id).to_owned()).collect(),
    };
    let mut text = if json { to_json(&said)? } else { listed(table, &said) };
    if let Some(output) = output.filter(|_| !found.part().links.is_empty()) {
        let title = format!("{}: new in {}", pathway.about().title, table.name);
        let taken = take(table, &found.part(), Some(&title), output, false)?;
        if !json {
            text += &taken.text;
        }
    }
    Ok(Answer::new(text))
}

fn listed(table: &Table, said: &SaidChanged) -> String {
    let papers = |one: &SaidPapers| format!("{}: {}", one.link, one.papers.join(", "));
    let effects = |one: &SaidEffect| format!("{}: {} in the table", one.link, one.effect);
    let lists = [
        ("new link", "new links", said.new_links.clone()),
        ("link has other papers", "links have other papers", said.new_papers.iter().map(papers).collect()),
        ("link has another effect", "links have another effect", said.other_effects.iter().map(effects).collect()),
        ("link is not in the table", "links are not in the table", said.gone_links.clone()),
        ("node is not named in the table", "nodes are not named in the table", said.unknown_nodes.clone()),
    ];
    let some = lists.iter().filter(|(_, _, list)| !list.is_empty());
    let lines = some.map(|(one, more, list)| {
        let items: String = list.iter().map(|item| format!("  {item}\n")).collect();
        format!("{}\n{items}", count(list.len(), one, more))
    });
    let text: String = lines.collect();
    if text.is_empty() { format!("{} has nothing beyond what was taken\n", table.name) } else { text }
}
