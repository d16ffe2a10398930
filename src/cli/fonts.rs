//! Fonts for scripts that the bundled ones lack, on the command line.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use clap::Args;

use super::source::text;
use crate::{
    files,
    formats::{self, Problem},
    model::Pathway,
    text::{Faces, missing_glyphs},
};

/// How long fonts are looked for.
const LIMIT: Duration = Duration::from_secs(5);

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
        files::lacking(&missing, &text(name).unwrap_or_default()).map(|problem| Problem {
            hint: "install a font of that script, such as one of Noto, or name its folder with --fonts".to_owned(),
            ..problem
        })
    }
}
