//! How things relate: what a node can bring about, what two nodes share, what two pathways differ in.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use serde::Serialize;

use super::{
    answers::{Answer, to_json},
    lens::Through,
    questions::Asked,
    source::{Errors, sound},
};
use crate::{
    analysis::{diff, lens, prose, reach},
    model::{LinkId, NodeId},
};

/// What a node can bring about and what can bring it about; with a second node, what the two share.
pub(super) fn reach(
    file: &Path,
    through: &Through,
    node: &str,
    other: Option<&str>,
    json: bool,
) -> Result<Answer, String> {
    let asked = Asked::new(file, through)?;
    let node = asked.node(node)?;
    let other = other.map(|other| asked.node(other)).transpose()?;
    let (title, causes, effects) = match &other {
        None => (
            asked.pathway.label(&node).to_owned(),
            reach::causes(&asked.pathway, &asked.lens, &node),
            reach::effects(&asked.pathway, &asked.lens, &node),
        ),
        Some(other) => {
            let steps = |found: Vec<reach::Common>| found.into_iter().map(|c| (c.node, c.first + c.second)).collect();
            let refused = |e| format!("pathlight: {e}\n");
            let (pathway, lens) = (&asked.pathway, &asked.lens);
            (
                format!("shared by {} and {}", pathway.label(&node), pathway.label(other)),
                steps(reach::common_causes(pathway, lens, &node, other).map_err(refused)?),
                steps(reach::common_effects(pathway, lens, &node, other).map_err(refused)?),
            )
        }
    };
    if json {
        return to_json(&SaidReach { causes: &causes, effects: &effects }).map(Answer::new);
    }
    let mut text = format!("{title}\n");
    for (what, found) in [("causes", &causes), ("effects", &effects)] {
        text += &format!("{what}: {}\n", found.len());
        for (i, ring) in reach::by_steps(found).iter().enumerate().filter(|(_, ring)| !ring.is_empty()) {
            let names: Vec<&str> = ring.iter().map(|id| asked.pathway.label(id)).collect();
            text += &format!("  {}: {}\n", crate::words::count(i + 1, "step", "steps"), names.join("; "));
        }
    }
    Ok(Answer::new(text))
}

#[derive(Serialize)]
struct SaidReach<'a> {
    causes: &'a BTreeMap<NodeId, usize>,
    effects: &'a BTreeMap<NodeId, usize>,
}

/// Nodes and links in words.
pub(super) fn words(file: &Path, through: &Through, things: &[String], json: bool) -> Result<Answer, String> {
    let asked = Asked::new(file, through)?;
    let (mut nodes, mut links) = (BTreeSet::new(), BTreeSet::new());
    for thing in things {
        let link = LinkId::new(thing);
        if asked.pathway.link(&link).is_some() {
            links.insert(link);
        } else {
            nodes.insert(asked.node(thing)?);
        }
    }
    let pathway = lens::apply(&asked.pathway, &asked.lens);
    if things.is_empty() {
        nodes.extend(pathway.nodes().map(|node| node.id.clone()));
    }
    let story = prose::selection(&pathway, asked.lens.reading, &nodes, &links);
    if !json {
        return Ok(Answer::new(prose::to_markdown(&story, &pathway.about().title)));
    }
    let said = |sentence: &'_ prose::Sentence| SaidSentence {
        text: sentence.text.clone(),
        link: sentence.link.clone(),
        cites: sentence.cites.clone(),
    };
    to_json(&SaidWords { sentences: story.sentences.iter().map(said).collect(), references: &story.references })
        .map(Answer::new)
}

#[derive(Serialize)]
struct SaidWords<'a> {
    sentences: Vec<SaidSentence>,
    references: &'a [String],
}

#[derive(Serialize)]
struct SaidSentence {
    text: String,
    link: Option<LinkId>,
    cites: Vec<usize>,
}

/// What two pathways differ in.
pub(super) fn diff(before: &Path, after: &Path, errors: Errors, json: bool) -> Result<Answer, String> {
    let opened = |file: &Path| sound(file, errors).map(|opened| opened.pathway);
    let found = diff::diff(&opened(before)?, &opened(after)?);
    let sentences: Vec<&str> = found.differences.iter().map(|d| d.sentence.as_str()).collect();
    if json {
        return to_json(&SaidDiff { differences: sentences }).map(Answer::new);
    }
    let count = crate::words::count(sentences.len(), "difference", "differences");
    Ok(Answer::new(format!("{count}\n{}", sentences.iter().map(|s| format!("{s}\n")).collect::<String>())))
}

#[derive(Serialize)]
struct SaidDiff<'a> {
    differences: Vec<&'a str>,
}
