//! Fonts for scripts that the bundled ones lack, on the command line.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use clap::Args;

use super::source::text;
use crate::{
    analysis::problems::Severity,
    files,
    formats::{self, Place, Problem},
    model::Pathway,
    text::{Faces, missing_glyphs},
};

/// How long fonts are looked for.
const LIMIT: Duration = Duration::from_secs(5);
/// Most characters that are listed.
const LISTED: usize = 12;

/// Where fonts are looked for.
#[derive(Clone, Debug, Args)]
pub struct FontArgs {
    /// Look for fonts of other scripts in this folder only, not where the system keeps them.
    #[arg(long, value_name = "FOLDER")]
    pub fonts: Option<PathBuf>,
}

impl FontArgs {
    /// Fonts for all texts of a pathway, and the characters that no font has.
    pub(super) fn find(&self, pathway: &Pathway) -> (Faces, BTreeSet<char>) {
        let mut missing: BTreeSet<char> = missing_glyphs(&formats::save(pathway)).into_iter().collect();
        if missing.is_empty() {
            return (Faces::default(), missing);
        }
        let folders = self.fonts.as_ref().map_or_else(files::font_folders, |folder| vec![folder.clone()]);
        let begun = Instant::now();
        let faces = files::add_fonts(&Faces::default(), &mut missing, &folders, &mut || begun.elapsed() < LIMIT);
        (faces, missing)
    }

    /// What `check` says of characters that no font has: at the first of them.
    pub(super) fn problem(&self, name: &Path, pathway: &Pathway) -> Option<Problem> {
        let (_, missing) = self.find(pathway);
        let list: Vec<String> = missing.iter().take(LISTED).map(|&c| named(c)).collect();
        let more = if missing.len() > LISTED { " and more" } else { "" };
        let text = text(name).unwrap_or_default();
        (!list.is_empty()).then(|| Problem {
            place: place(&text, &missing),
            severity: Severity::Warning,
            subject: None,
            what: format!("no font here has {}{more}, so that boxes stand for them", list.join(", ")),
            hint: "install a font of that script, such as one of Noto, or name its folder with --fonts".to_owned(),
            fixes: Vec::new(),
        })
    }
}

/// A character with its number; one that is drawn as nothing, by its number.
fn named(c: char) -> String {
    let number = format!("U+{:04X}", u32::from(c));
    if c.is_alphanumeric() { format!("“{c}” ({number})") } else { number }
}

/// Where the first of some characters stands in a text; its start, where none is written as itself.
fn place(text: &str, wanted: &BTreeSet<char>) -> Place {
    let before = text.find(|c| wanted.contains(&c)).and_then(|at| text.get(..at)).unwrap_or_default();
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Place { line: before.matches('\n').count() + 1, column }
}
