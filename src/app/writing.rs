//! Pictures and worksheets on their way into files.

use std::path::{Path, PathBuf};

use super::{letters::Letters, theme::chosen};
use crate::{
    export::{self, FigureOptions, Format, Output, Paper, Remark},
    files, lesson,
    session::{Action, MayReplace, Replaces, Written},
    theme::{Theme, Themes},
    words,
};

/// Writes something, unless that would take the place of files that nobody has given up.
pub(super) fn write_or_ask(
    (path, what): (PathBuf, Box<Written>),
    may_replace: MayReplace,
    reads: Option<&Path>,
    letters: &mut Letters,
) -> Action {
    let outputs = outputs(&path, &what);
    if let Some(open) = outputs.iter().find(|output| reads.is_some_and(|reads| files::is_same(reads, output))) {
        return Action::Written(Err(words::saving::is_open(&open.display().to_string())));
    }
    let is_given_up = |output: &PathBuf| match may_replace {
        MayReplace::Nothing => false,
        MayReplace::Picked => *output == path,
        MayReplace::Everything => true,
    };
    let there: Vec<PathBuf> =
        outputs.into_iter().filter(|output| !is_given_up(output) && files::local(output).exists()).collect();
    if there.is_empty() {
        Action::Written(write(&path, &what, letters))
    } else {
        Action::WouldReplace(Replaces { path, what, there })
    }
}

/// The files that something is written into.
fn outputs(path: &Path, what: &Written) -> Vec<PathBuf> {
    match what {
        Written::Picture { .. } => vec![path.to_owned()],
        Written::Worksheet { .. } => vec![path.to_owned(), key(path)],
        Written::Pathway(_) => Vec::new(),
    }
}

/// Where the answers to a worksheet go: beside it.
fn key(worksheet: &Path) -> PathBuf {
    worksheet.with_file_name(words::saving::key(&worksheet.file_stem().unwrap_or_default().to_string_lossy()))
}

/// The files that were written, and what must be said of them.
type Done = (Vec<PathBuf>, Vec<String>);

/// Writes a picture, or a worksheet with its key beside it; gives one sentence where it could not.
fn write(path: &Path, what: &Written, letters: &mut Letters) -> Result<Done, String> {
    match what {
        Written::Picture { pathway, picture, theme, reading, compared } => {
            let name = path.display().to_string();
            let format = Format::of(path).ok_or_else(|| words::saving::no_ending(&name))?;
            let themes = Themes::bundled();
            // Whoever follows the system has chosen nothing for a file that others will see; and nobody who works in a
            // dark window wants black paper.
            let theme = if format == Format::Pdf { Theme::Light } else { chosen(*theme, Theme::Light) };
            let palette = themes.palette(theme);
            let options =
                FigureOptions { reading: *reading, compared: compared.as_deref(), ..FigureOptions::new(palette) };
            let output = Output { faces: letters.of(pathway).faces().clone(), ..Output::default() };
            let made = format.write(pathway, picture, &options, &output);
            let (bytes, remarks) = made.map_err(|why| words::saving::not_written(&name, &why.to_string()))?;
            Ok((vec![put(path, &bytes)?], remarks.iter().map(said).collect()))
        }
        // That has a way of its own.
        Written::Pathway(_) => Ok((Vec::new(), Vec::new())),
        Written::Worksheet { pathway, reading, seed, difficulty } => {
            let sheet = lesson::sheet(pathway, *reading, *seed, *difficulty);
            if sheet.questions.is_empty() {
                return Err(words::saving::NOTHING_TO_ASK.to_owned());
            }
            let made = export::worksheet_files(&sheet, Paper::A4, letters.of(pathway));
            let [sheets, keys] =
                made.map_err(|why| words::saving::not_written(&path.display().to_string(), &why.to_string()))?;
            Ok((vec![put(path, &sheets)?, put(&key(path), &keys)?], Vec::new()))
        }
    }
}

/// What is to be said of a picture that was written, with what can be done about it here.
fn said(remark: &Remark) -> String {
    match remark {
        Remark::SmallLetters(points, _) => words::saving::small_letters(*points),
        Remark::NoLetters(_) => remark.to_string(),
    }
}

fn put(path: &Path, bytes: &[u8]) -> Result<PathBuf, String> {
    let refused = |error: std::io::Error| words::saving::not_written(&path.display().to_string(), &error.to_string());
    files::write(path, bytes).map_err(refused)?;
    Ok(path.to_owned())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        model::{Reading, notation},
        picture::picture,
        session::ThemeChoice,
        text::Measure,
    };

    #[test]
    fn paper_is_light_whatever_the_window_is() {
        let pathway = Arc::new(notation::parse("stress -> sleep").expect("notation"));
        let picture = Arc::new(picture(&pathway, &mut Measure::default(), 1.6));
        let written = |ending: &str, theme| {
            let path = std::env::temp_dir().join(format!("pathlight-paper-{}.{ending}", std::process::id()));
            let (pathway, picture) = (Arc::clone(&pathway), Arc::clone(&picture));
            let what = Written::Picture { pathway, picture, theme, reading: Reading::Shown, compared: None };
            write(&path, &what, &mut Letters::default()).expect("it is written");
            let bytes = std::fs::read(&path).expect("it is there");
            std::fs::remove_file(&path).ok();
            bytes
        };
        assert_eq!(written("pdf", ThemeChoice::Dark), written("pdf", ThemeChoice::Light));
        assert_ne!(written("svg", ThemeChoice::Dark), written("svg", ThemeChoice::Light));
    }
}
