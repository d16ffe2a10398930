//! Pictures and worksheets on their way into files.

use std::path::{Path, PathBuf};

use super::theme::chosen;
use crate::{
    export::{self, FigureOptions, Format, Paper},
    files, lesson,
    session::{Action, MayReplace, Replaces, Written},
    text::Measure,
    theme::{Theme, Themes},
    words,
};

/// Writes something, unless that would take the place of files that nobody has given up.
pub(super) fn write_or_ask(
    (path, what): (PathBuf, Box<Written>),
    may_replace: MayReplace,
    reads: Option<&Path>,
    measure: &mut Measure,
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
        Action::Written(write(&path, &what, measure))
    } else {
        Action::WouldReplace(Replaces { path, what, there })
    }
}

/// The files that something is written into.
fn outputs(path: &Path, what: &Written) -> Vec<PathBuf> {
    match what {
        Written::Picture { .. } => vec![path.to_owned()],
        Written::Worksheet { .. } => vec![path.to_owned(), key(path)],
    }
}

/// Where the answers to a worksheet go: beside it.
fn key(worksheet: &Path) -> PathBuf {
    worksheet.with_file_name(words::saving::key(&worksheet.file_stem().unwrap_or_default().to_string_lossy()))
}

/// Writes a picture, or a worksheet with its key beside it; gives the files that were written, or one sentence why not.
fn write(path: &Path, what: &Written, measure: &mut Measure) -> Result<Vec<PathBuf>, String> {
    match what {
        Written::Picture { pathway, picture, theme, reading } => {
            let name = path.display().to_string();
            let format = Format::of(path).ok_or_else(|| words::saving::no_ending(&name))?;
            let themes = Themes::bundled();
            // Whoever follows the system has chosen nothing for a file that others will see, perhaps on paper.
            let palette = themes.palette(chosen(*theme, Theme::Light));
            let options = FigureOptions { reading: *reading, ..FigureOptions::new(palette) };
            let made = format.write(pathway, picture, &options, Paper::A4);
            let bytes = made.map_err(|why| words::saving::not_written(&name, &why.to_string()))?;
            Ok(vec![put(path, &bytes)?])
        }
        Written::Worksheet { pathway, reading, seed, difficulty } => {
            let sheet = lesson::sheet(pathway, *reading, *seed, *difficulty);
            if sheet.questions.is_empty() {
                return Err(words::saving::NOTHING_TO_ASK.to_owned());
            }
            let made = export::worksheet_files(&sheet, Paper::A4, measure);
            let [sheets, keys] =
                made.map_err(|why| words::saving::not_written(&path.display().to_string(), &why.to_string()))?;
            Ok(vec![put(path, &sheets)?, put(&key(path), &keys)?])
        }
    }
}

fn put(path: &Path, bytes: &[u8]) -> Result<PathBuf, String> {
    let refused = |error: std::io::Error| words::saving::not_written(&path.display().to_string(), &error.to_string());
    files::write(path, bytes).map_err(refused)?;
    Ok(path.to_owned())
}
