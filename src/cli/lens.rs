//! The lens options that every question on the command line shares.

use clap::{Args, ValueEnum};

use super::source::Errors;
use crate::{
    analysis::lens::Lens,
    model::{Grade, Pathway, Reading, SourceId},
};

/// Whose effects count, and which links are seen at all.
#[derive(Clone, Debug, Args)]
pub struct Through {
    /// Whose effects count: those that the sources show, or those that the article tells.
    #[arg(long, value_enum, default_value_t = Whose::Shown)]
    pub reading: Whose,
    /// The weakest grade of evidence that counts: A, B, C, D or X.
    #[arg(long, value_name = "GRADE", default_value = "X", value_parser = grade)]
    pub weakest: Grade,
    /// Only links that were tested in people.
    #[arg(long)]
    pub human_only: bool,
    /// Only links that are disputed, or that the article tells otherwise.
    #[arg(long)]
    pub contested_only: bool,
    /// As if this source did not exist.
    #[arg(long, value_name = "SOURCE")]
    pub without: Option<String>,
    /// Whether errors are put up with.
    #[command(flatten)]
    pub errors: Errors,
}

/// A reading, by its name on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Whose {
    /// As the sources show it.
    Shown,
    /// As the article tells it.
    Told,
}

impl From<Whose> for Reading {
    fn from(whose: Whose) -> Self {
        match whose {
            Whose::Shown => Self::Shown,
            Whose::Told => Self::Told,
        }
    }
}

impl Through {
    /// The lens; one sentence where it names a source that the pathway lacks.
    pub(super) fn lens(&self, pathway: &Pathway) -> Result<Lens, String> {
        let without = self.without.as_deref().map(SourceId::new);
        if let Some(source) = without.as_ref().filter(|id| pathway.source(id).is_none()) {
            return Err(format!("pathlight: there is no source “{source}”; `pathlight sources` lists them\n"));
        }
        Ok(Lens {
            reading: self.reading.into(),
            weakest: self.weakest,
            human_only: self.human_only,
            contested_only: self.contested_only,
            without,
        })
    }
}

fn grade(text: &str) -> Result<Grade, String> {
    let found = Grade::ALL.into_iter().find(|grade| grade.name().eq_ignore_ascii_case(text));
    found.ok_or_else(|| "a grade is one of A, B, C, D and X".to_owned())
}
