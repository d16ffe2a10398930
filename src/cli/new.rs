//! `pathlight new` and `pathlight format`: a file to begin with, and what may stand in one.

use std::path::Path;

use super::{answers::Answer, merge::id_of, output, source::shown};
use crate::{files, formats};

/// Writes a new pathway with comments that explain it; never over anything.
pub(super) fn new(file: &Path, title: Option<&str>) -> Result<Answer, String> {
    let name = shown(file);
    let local = files::local(file);
    if local.exists() || local.is_symlink() {
        return Err(format!("{name}: is there already, so it is not written over; name another file\n"));
    }
    output::check_folder(file)?;
    let own = id_of(&file.file_name().unwrap_or_default().to_string_lossy());
    let id = if own.is_empty() { "untitled" } else { &own };
    let title = title.map(str::trim).filter(|title| !title.is_empty()).unwrap_or("Untitled pathway");
    let text = formats::skeleton(id, title);
    let opened = formats::open(text.as_bytes()).map_err(|problems| super::source::lines(file, &problems))?;
    if let Some(problem) = opened.problems.first() {
        return Err(format!("{name}: is not written: {}; {}\n", problem.what, problem.hint));
    }
    let said = output::save((file, &files::Seen::Nothing), &text, &opened.pathway, 0)?;
    Ok(Answer::new(format!("{said}Open it in an editor: comments in it say what each field is for.\n")))
}

/// The reference of the format.
pub(super) fn format() -> Answer {
    Answer::new(formats::reference())
}
