//! Which pathway is meant: a file, or a bundled one by its id.

use std::path::Path;

use crate::{
    files,
    formats::{self, Opened, Problem},
    session::library,
};

/// Opens a file, or the bundled pathway of that id where there is no such file.
///
/// # Errors
/// As [`files::read`]; a name that is neither says so.
pub(super) fn open(name: &Path) -> Result<Opened, Vec<Problem>> {
    let bundled = name.to_str().and_then(library::find).filter(|_| !name.is_file());
    if let Some(bundled) = bundled {
        return formats::open(bundled.text().as_bytes());
    }
    files::read(name).map_err(|problems| {
        if name.exists() {
            return problems;
        }
        let ids: Vec<&str> = library::all().iter().map(|b| b.id).collect();
        let hint = format!("check the path, or name a bundled pathway: {}", ids.join(", "));
        vec![Problem::at_start("there is no such file", &hint)]
    })
}

/// The text of a file, or of a bundled pathway, where it can be read.
pub(super) fn text(name: &Path) -> Option<String> {
    let bundled = name.to_str().and_then(library::find).filter(|_| !name.is_file());
    let read = || files::text(name, formats::MAX_BYTES as u64).ok();
    bundled.map(|bundled| bundled.text().clone()).or_else(read)
}

/// Problems as lines that editors understand.
pub(super) fn lines(name: &Path, problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("{}:{problem}\n", name.display())).collect()
}
