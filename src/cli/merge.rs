//! `pathlight merge`: several pathways become one, and whoever asked hears where they disagree.

use std::path::{Path, PathBuf};

use super::{
    answers::Answer,
    output,
    source::{Errors, shown, sound},
    terminal::remark,
};
use crate::{
    analysis::merge::{ConflictKind, merge as merge_pathways},
    formats::{self, Opened},
    model::{About, Pathway},
    session::atlas,
};

/// Merges `inputs` into `output`.
pub(super) fn merge(
    inputs: &[PathBuf],
    output: &Path,
    id: Option<&str>,
    title: Option<&str>,
) -> Result<Answer, String> {
    output::check(&[output], &inputs.iter().map(PathBuf::as_path).collect::<Vec<_>>())?;
    let opened = inputs.iter().map(|input| open_clean(input)).collect::<Result<Vec<_>, _>>()?;
    let pathways: Vec<&Pathway> = opened.iter().map(|opened| &opened.pathway).collect();
    let name = output.file_name().unwrap_or_default().to_string_lossy();
    let own = id_of(&name);
    let id = id.unwrap_or(&own);
    let is_atlas = pathways.iter().map(|p| p.about().id.as_str()).eq(atlas::PARTS);
    let merged = if is_atlas && id == atlas::ID && title.is_none() {
        atlas::make(&pathways)
    } else {
        let titles: Vec<&str> = pathways.iter().map(|p| p.about().title.as_str()).collect();
        let summary = format!("Merged from: {}.", titles.join("; "));
        let first = pathways.first().map(|p| p.about().clone()).unwrap_or_default();
        let title = title.map_or_else(|| titles.join(" + "), str::to_owned);
        merge_pathways(&pathways, About { id: id.to_owned(), title, summary, ..first }, &[])
    };
    for (input, _) in inputs.iter().zip(&opened).filter(|(_, opened)| opened.has_comments) {
        remark(&format!("{}: its comments stay in it; the merged pathway will not have them\n", shown(input)));
    }
    output::check_replaced(output)?;
    output::save(output, &formats::save(&merged.pathway), &merged.pathway, 0)?;
    // Different wording of one claim in two articles is no disagreement about it.
    let told = |kind: &ConflictKind| *kind != ConflictKind::Popular;
    let conflicts: String = merged.conflicts.iter().filter(|c| told(&c.what)).map(|c| format!("{c}\n")).collect();
    let counts = format!("{} nodes, {} links\n", merged.pathway.nodes().len(), merged.pathway.links().len());
    Ok(Answer::new(conflicts + &counts))
}

/// What a file's name says, as an id: `My File.pathway.ron` gives `my-file`.
fn id_of(name: &str) -> String {
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let words = stem.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

fn open_clean(input: &Path) -> Result<Opened, String> {
    let opened = sound(input, Errors::default())?;
    if opened.read_only {
        let what = "was made by a newer version and can be looked at only; merge it with that version";
        return Err(format!("{}: {what}\n", shown(input)));
    }
    Ok(opened)
}
