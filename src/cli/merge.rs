//! `pathlight merge`: several pathways become one, and whoever asked hears where they disagree.

use std::path::{Path, PathBuf};

use super::{
    answers::Answer,
    output,
    source::{bytes, errors_of, lines, shown},
    terminal::remark,
};
use crate::{
    analysis::merge::merge as merge_pathways,
    formats::{self, Opened},
    model::{About, Pathway},
    session::atlas,
    words::{count, counts},
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
    let pathways: Vec<&Pathway> = opened.iter().map(|(_, opened)| &opened.pathway).collect();
    let name = output.file_name().unwrap_or_default().to_string_lossy();
    let own = id_of(&name);
    let id = id.unwrap_or(&own);
    let is_atlas = pathways.iter().map(|p| p.about().id.as_str()).eq(atlas::PARTS);
    let merged = if is_atlas && id == atlas::ID && title.is_none() {
        atlas::make(&pathways)
    } else {
        let titles: Vec<&str> = pathways.iter().map(|p| p.about().title.as_str()).collect();
        let first = pathways.first().map(|p| p.about().clone()).unwrap_or_default();
        let title = title.map_or_else(|| titles.join(" + "), str::to_owned);
        // What is left empty here is gathered, and what the files say differently of it is told.
        let [summary, language, license, reviewed] = [const { String::new() }; 4];
        let given = About {
            format: first.format,
            id: id.to_owned(),
            title,
            summary,
            language,
            license,
            reviewed,
            extra: Vec::new(),
        };
        merge_pathways(&pathways, given, &[])
    };
    let seen = output::check_replaced(output)?;
    // What of the first file is the same stays as it stands there, with its comments.
    let mut files = inputs.iter().zip(&opened).map(|(input, (bytes, _))| (input.as_path(), bytes.as_slice()));
    if let Some(first) = files.next() {
        output::save_over(first, (output, &seen), &merged.pathway, 0)?;
        for (input, bytes) in files {
            let comments = formats::comments(bytes);
            if comments > 0 {
                let (name, comments) = (shown(input), count(comments, "comment stays", "comments stay"));
                let first = shown(first.0);
                remark(&format!("{name}: {comments} in it; the merged pathway has only those of {first}\n"));
            }
        }
    }
    let conflicts: String = merged.conflicts.iter().map(|conflict| format!("{conflict}\n")).collect();
    let (nodes, links) = (merged.pathway.nodes().len(), merged.pathway.links().len());
    let counts = format!("{}, {}\n", counts::nodes(nodes), counts::links(links));
    Ok(Answer::new(conflicts + &counts))
}

/// What a file's name says, as an id: `My File.pathway.ron` gives `my-file`.
pub(super) fn id_of(name: &str) -> String {
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let words = stem.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

fn open_clean(input: &Path) -> Result<(Vec<u8>, Opened), String> {
    let bytes = bytes(input).map_err(|problem| lines(input, &[problem]))?;
    let opened = formats::open(&bytes).map_err(|problems| lines(input, &problems))?;
    let found = errors_of(&opened);
    if found > 0 {
        let (name, errors) = (shown(input), count(found, "error", "errors"));
        let why = "they would be merged into the other pathways";
        return Err(format!("{name}: {errors}; {why}; `pathlight check {name}` lists them; repair them first\n"));
    }
    if opened.read_only {
        let what = "was made by a newer version and can be looked at only; merge it with that version";
        return Err(format!("{}: {what}\n", shown(input)));
    }
    Ok((bytes, opened))
}
