//! Pathways in words: numbered sentences with references, for a route, a loop, a selection or a what-if.
//!
//! Every sentence knows the link and the nodes that it is about, so that a window can light them. Sources are numbered
//! in the order in which they are first cited.

mod answers;
mod evidence;
mod routes;
mod sentence;
#[cfg(test)]
mod tests;
mod words;
mod writer;

use std::collections::BTreeSet;

use super::whatif::WhatIf;
use crate::model::{LinkId, NodeId, Pathway, Reading};
pub use sentence::{Prose, Sentence};
pub use words::species;
use writer::Writer;

/// A route as a story, or a loop where `closed`: what each link does and who has shown it, what comes of the whole and
/// why, and where it is weakest. Links that the pathway does not have are passed over.
pub fn walk(pathway: &Pathway, reading: Reading, links: &[LinkId], closed: bool) -> Prose {
    let mut writer = Writer::new(pathway, reading);
    routes::tell(&mut writer, links, closed);
    writer.finish()
}

/// A selection: what each node is, then what each link does and who has shown it, in the order of the file. Where no
/// link is selected, the links among the selected nodes are told.
pub fn selection(pathway: &Pathway, reading: Reading, nodes: &BTreeSet<NodeId>, links: &BTreeSet<LinkId>) -> Prose {
    let mut writer = Writer::new(pathway, reading);
    for node in pathway.nodes().filter(|node| nodes.contains(&node.id)) {
        routes::introduce(&mut writer, node);
    }
    let among = |from: &NodeId, to: &NodeId| links.is_empty() && nodes.contains(from) && nodes.contains(to);
    for link in pathway.links().filter(|link| links.contains(&link.id) || among(&link.from, &link.to)) {
        routes::tell_link(&mut writer, link);
    }
    writer.finish()
}

/// The answers to a what-if: what becomes more and less, what is undecided and by which routes, what feedback changes,
/// and what blocks do.
pub fn whatif(pathway: &Pathway, answer: &WhatIf) -> Prose {
    let mut writer = Writer::new(pathway, answer.reading);
    answers::tell(&mut writer, answer);
    writer.finish()
}

/// The prose as Markdown: a heading, numbered sentences and numbered references.
pub fn to_markdown(prose: &Prose, title: &str) -> String {
    let mut text = format!("# {}\n", escaped(title));
    if !prose.sentences.is_empty() {
        text.push('\n');
    }
    for (place, sentence) in prose.sentences.iter().enumerate() {
        text.push_str(&format!("{}. {}\n", place + 1, escaped(&sentence.text)));
    }
    if !prose.references.is_empty() {
        text.push_str("\n## References\n\n");
    }
    for (place, reference) in prose.references.iter().enumerate() {
        text.push_str(&format!("{}. {}\n", place + 1, escaped(reference)));
    }
    text
}

/// A text in one line, with the marks escaped that Markdown would read. Brackets stay, since references need them, but
/// no text can make a link of them.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let opens_link = c == ']' && matches!(chars.peek(), Some('(' | '[' | ':'));
        if opens_link || matches!(c, '\\' | '*' | '_' | '`' | '<' | '>' | '#' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
