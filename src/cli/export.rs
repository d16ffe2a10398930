//! `pathlight export`: a pathway's drawing as a file for a manuscript, a slide or a wall.

use std::path::Path;

use clap::{Args, ValueEnum};

use super::{
    answers::{ASPECT, Answer},
    fonts::FontArgs,
    lens::Whose,
    output,
    source::{Errors, shown, sound},
};
use crate::{
    export::{self, FigureOptions, Format, Output, Print},
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
    /// Turn the first page of a PDF on its side in any case.
    #[arg(long)]
    pub landscape: bool,
    /// Add the drawing to a PDF as large as it can be read, in parts to be glued together.
    #[arg(long)]
    pub tiles: bool,
    /// Letters of an SVG as text that can be selected, or as outlines that look the same in every program.
    #[arg(long, value_enum, default_value_t = Lettering::Text)]
    pub text: Lettering,
    /// Where fonts are looked for.
    #[command(flatten)]
    pub fonts: FontArgs,
    /// Whether errors are put up with.
    #[command(flatten)]
    pub errors: Errors,
}

/// How letters are written, by its name on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lettering {
    /// As text, with the fonts inside.
    Text,
    /// As shapes.
    Outlines,
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
    /// 297 by 420 mm.
    A3,
    /// 420 by 594 mm.
    A2,
    /// 594 by 841 mm.
    A1,
    /// 841 by 1189 mm.
    A0,
    /// 8.5 by 11 inches.
    Letter,
}

impl From<Paper> for export::Paper {
    fn from(paper: Paper) -> Self {
        match paper {
            Paper::A4 => Self::A4,
            Paper::A3 => Self::A3,
            Paper::A2 => Self::A2,
            Paper::A1 => Self::A1,
            Paper::A0 => Self::A0,
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
    let (faces, _) = drawn.fonts.find(&pathway);
    let picture = picture(&pathway, &mut Measure::with(&faces), ASPECT);
    let print = Print { paper: drawn.paper.into(), landscape: drawn.landscape, tiles: drawn.tiles };
    let wanted = Output { print, outlines: drawn.text == Lettering::Outlines, faces };
    let made = format.write(&pathway, &picture, &options, &wanted);
    let (bytes, remarks) = made.map_err(|why| format!("{name}: {why}\n"))?;
    let remarks: Vec<String> = remarks.iter().map(|remark| format!("{name}: {remark}")).collect();
    output::write(output, &bytes).map(|said| Answer::new(said).with(&remarks))
}
