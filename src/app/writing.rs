//! Pictures and worksheets on their way into files.

use std::path::{Path, PathBuf};

use super::theme::chosen;
use crate::{
    export::{self, FigureOptions, Format, Paper},
    files, lesson,
    session::Written,
    text::Measure,
    theme::{Theme, Themes},
    words,
};

/// Writes a picture, or a worksheet with its key beside it; gives the files that were written, or one sentence why not.
pub(super) fn write(path: &Path, what: &Written, measure: &mut Measure) -> Result<Vec<PathBuf>, String> {
    match what {
        Written::Picture { pathway, picture, theme, reading, compared } => {
            let name = path.display().to_string();
            let format = Format::of(path).ok_or_else(|| words::saving::no_ending(&name))?;
            let themes = Themes::bundled();
            // Whoever follows the system has chosen nothing for a file that others will see, perhaps on paper.
            let palette = themes.palette(chosen(*theme, Theme::Light));
            let options =
                FigureOptions { reading: *reading, compared: compared.as_deref(), ..FigureOptions::new(palette) };
            let made = format.write(pathway, picture, &options, Paper::A4);
            let bytes = made.map_err(|why| words::saving::not_written(&name, &why.to_string()))?;
            Ok(vec![put(path, &bytes)?])
        }
        Written::Worksheet { pathway, reading, seed, difficulty } => {
            let sheet = lesson::sheet(pathway, *reading, *seed, *difficulty);
            if sheet.questions.is_empty() {
                return Err(words::saving::NOTHING_TO_ASK.to_owned());
            }
            let key = path.with_file_name(words::saving::key(&path.file_stem().unwrap_or_default().to_string_lossy()));
            let made = export::worksheet_files(&sheet, Paper::A4, measure);
            let [sheets, keys] =
                made.map_err(|why| words::saving::not_written(&path.display().to_string(), &why.to_string()))?;
            Ok(vec![put(path, &sheets)?, put(&key, &keys)?])
        }
    }
}

fn put(path: &Path, bytes: &[u8]) -> Result<PathBuf, String> {
    let refused = |error: std::io::Error| words::saving::not_written(&path.display().to_string(), &error.to_string());
    files::write(path, bytes).map_err(refused)?;
    Ok(path.to_owned())
}
