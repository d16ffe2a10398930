//! Which pathway is meant: a file, or a bundled one by its id; and whether it is one to answer from.

use std::path::Path;

use clap::Args;

use super::terminal::remark;
use crate::{
    files,
    formats::{self, Opened, Problem},
    session::library,
    text::visible,
    words::count,
};

/// Whether a pathway with errors is answered from.
#[derive(Clone, Copy, Debug, Default, Args)]
pub struct Errors {
    /// Answer although a file has errors, and what they say is missing from the answer.
    #[arg(long)]
    pub despite_errors: bool,
}

/// Opens a pathway to answer from.
///
/// # Errors
/// Lines for standard error: what is wrong with a file that cannot be opened, or how many errors it has, unless those are
/// put up with.
pub(super) fn sound(name: &Path, errors: Errors) -> Result<Opened, String> {
    let bytes = bytes(name).map_err(|problem| lines(name, &[problem]))?;
    sound_in(name, &bytes, errors)
}

/// Opens what stands in a pathway, as [`sound`].
pub(super) fn sound_in(name: &Path, bytes: &[u8], errors: Errors) -> Result<Opened, String> {
    let opened = formats::open(bytes).map_err(|problems| lines(name, &problems))?;
    let shown = shown(name);
    let found = errors_of(&opened);
    if found > 0 {
        let lacks = format!("{shown}: {}; what they say is missing from any answer", count(found, "error", "errors"));
        let list = format!("`pathlight check {shown}` lists them");
        if !errors.despite_errors {
            return Err(format!("{lacks}; {list}; repair them, or add --despite-errors\n"));
        }
        remark(&format!("{lacks}; {list}\n"));
    }
    if opened.read_only {
        remark(&format!(
            "{shown}: was made by a newer version of Pathlight; what only that one knows is missing here\n"
        ));
    }
    Ok(opened)
}

/// How many of a pathway's problems are errors.
pub(super) fn errors_of(opened: &Opened) -> usize {
    opened.problems.iter().filter(|problem| problem.is_error()).count()
}

/// Opens a file, or the bundled pathway of that id where there is no such file.
///
/// # Errors
/// As [`files::read`]; a name that is neither says so.
pub(super) fn open(name: &Path) -> Result<Opened, Vec<Problem>> {
    formats::open(&bytes(name).map_err(|problem| vec![problem])?)
}

/// What stands in a file, or in the bundled pathway of that id where there is no such file.
///
/// # Errors
/// As [`files::bytes`]; a name that is neither says so.
pub(super) fn bytes(name: &Path) -> Result<Vec<u8>, Problem> {
    let path = files::local(name);
    if let Some(bundled) = name.to_str().and_then(library::find).filter(|_| !path.is_file()) {
        return Ok(bundled.text().into_bytes());
    }
    files::bytes(name).map_err(|problem| {
        if path.exists() {
            return problem;
        }
        let ids: Vec<&str> = library::all().iter().map(|b| b.id).collect();
        let hint = format!("check the path, or name a bundled pathway: {}", ids.join(", "));
        Problem::at_start("there is no such file", &hint)
    })
}

/// Problems as lines that editors understand.
pub(super) fn lines(name: &Path, problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("{}:{problem}\n", shown(name))).collect()
}

/// The name of a file within a line, which it may not end.
pub(super) fn shown(name: &Path) -> String {
    visible(&name.to_string_lossy()).replace('\n', "‹U+000A›")
}
