//! A table that was opened as a quarry, with the columns and words that were asked for.

use std::path::Path;

use super::args::ColumnArgs;
use crate::{
    cli::source::{lines, shown},
    files,
    quarry::{self, Columns, Head, Quarry},
};

/// A table that was opened, and how it is called.
pub(super) struct Table {
    pub(super) quarry: Quarry,
    /// The names of its columns.
    pub(super) names: Vec<String>,
    /// The name of the file without its folder.
    pub(super) name: String,
}

impl Table {
    /// Opens a table.
    ///
    /// # Errors
    /// Lines for standard error: why it is none, or which column or word there is not.
    pub(super) fn open(file: &Path, wanted: &ColumnArgs) -> Result<Self, String> {
        let refused = |problem| lines(file, &[problem]);
        let bytes = files::table(file).map_err(refused)?;
        let text = quarry::text_of(bytes).map_err(refused)?;
        let named = wanted.named();
        let head = if wanted.no_header { Head::of(&text, Some(false)) } else { Head::with_names(&text, &named) };
        let head = head.map_err(refused)?;
        let columns = columns(&head, wanted).map_err(|why| format!("{}: {why}\n", shown(file)))?;
        let mut quarry = quarry::read_text(text, &columns, &mut |_| true).map_err(refused)?;
        for (word, effect) in &wanted.word {
            quarry.set_word(word, *effect).map_err(|why| format!("{}: {why}\n", shown(file)))?;
        }
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { quarry, names: head.names, name })
    }

    /// The thing of that name.
    ///
    /// # Errors
    /// A line for standard error.
    pub(super) fn node(&self, name: &str) -> Result<u32, String> {
        self.quarry.node(name).map_err(|why| format!("pathlight: {why}\n"))
    }

    /// `IL6 raises STAT3`.
    pub(super) fn sentence(&self, link: u32) -> String {
        let [from, to] = self.quarry.ends(link).map(|end| self.quarry.name(end));
        format!("{from} {} {to}", self.quarry.effect(link).verb(from))
    }

    /// What came of reading it that somebody should know, for standard error.
    pub(super) fn remarks(&self) -> Vec<String> {
        self.quarry.report().oddities().into_iter().map(|said| format!("{}: {said}", self.name)).collect()
    }
}

/// The columns as guessed, but for those that were named.
fn columns(head: &Head, wanted: &ColumnArgs) -> Result<Columns, String> {
    let named = |name: &Option<String>| name.as_ref().map(|name| head.column(name)).transpose();
    let all = |names: &[String]| names.iter().map(|name| head.column(name)).collect::<Result<Vec<_>, _>>();
    let (source, target) = (named(&wanted.source)?, named(&wanted.target)?);
    let mut columns = match head.guess() {
        Ok(columns) => columns,
        Err(_) if source.is_some() && target.is_some() => head.bare(),
        Err(why) => return Err(format!("{}; {}", why.what, why.hint)),
    };
    columns.source = source.unwrap_or(columns.source);
    columns.target = target.unwrap_or(columns.target);
    if !wanted.relation.is_empty() {
        columns.relation = all(&wanted.relation)?.into_iter().map(|column| head.relation(column)).collect();
    }
    if !wanted.paper.is_empty() {
        columns.papers = all(&wanted.paper)?;
    }
    columns.sentence = named(&wanted.sentence)?.or(columns.sentence);
    // A column that was named for one thing is not guessed for another.
    let ends = [columns.source, columns.target];
    columns.relation.retain(|relation| !ends.contains(&relation.column));
    columns.papers.retain(|column| !ends.contains(column));
    columns.sentence = columns.sentence.filter(|column| !ends.contains(column));
    Ok(columns)
}
