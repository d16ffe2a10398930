//! `pathlight export`: a pathway's drawing as a file for a manuscript, a slide or a wall.

use std::path::Path;

use clap::{Args, ValueEnum};

use super::{
    answers::{ASPECT, Answer},
    lens::Whose,
    output,
    source::{Errors, shown, sound},
};
use crate::{
    export::{self, FigureOptions, Format},
    picture::picture,
    text::Measure,
    theme::{Theme, Themes},
};

/// How an export is drawn.
#[derive(Clone, Debug, Args)]
pub struct Drawn {
    /// Its colours.
    #[arg(long, value_enum, default_value_t = Colours::Light)]
    pub theme: Colours,
    /// Whose effects are drawn: those that the sources show, or those that the article tells.
    #[arg(long, value_enum, default_value_t = Whose::Shown)]
    pub reading: Whose,
    /// The size of paper of a PDF.
    #[arg(long, value_enum, default_value_t = Paper::A4)]
    pub paper: Paper,
    /// Whether errors are put up with.
    #[command(flatten)]
    pub errors: Errors,
}

/// A theme, by its name on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colours {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// High contrast.
    Projector,
}

impl From<Colours> for Theme {
    fn from(colours: Colours) -> Self {
        match colours {
            Colours::Light => Self::Light,
            Colours::Dark => Self::Dark,
            Colours::Projector => Self::Projector,
        }
    }
}

/// A size of paper, by its name on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl From<Paper> for export::Paper {
    fn from(paper: Paper) -> Self {
        match paper {
            Paper::A4 => Self::A4,
            Paper::Letter => Self::Letter,
        }
    }
}

/// Draws `file` into `output`, in the format that its ending names.
pub(super) fn export(file: &Path, output: &Path, drawn: &Drawn) -> Result<Answer, String> {
    let name = shown(output);
    // Said before anything is drawn.
    let format = Format::of(output).ok_or_else(|| {
        format!("{name}: its ending does not say which kind of picture this is; end it in .svg, .png or .pdf\n")
    })?;
    output::check(&[output], &[file])?;
    let pathway = sound(file, drawn.errors)?.pathway;
    let themes = Themes::bundled();
    let palette = themes.palette(drawn.theme.into());
    let options = FigureOptions { reading: drawn.reading.into(), ..FigureOptions::new(palette) };
    let picture = picture(&pathway, &mut Measure::default(), ASPECT);
    let made = format.write(&pathway, &picture, &options, drawn.paper.into());
    let bytes = made.map_err(|why| format!("{name}: {why}\n"))?;
    output::write(output, &bytes).map(Answer::new)
}
