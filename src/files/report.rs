//! What is written down of a crash, for whoever mends it: where it was, and not a word of any document.

use std::{fmt::Write as _, io, panic::PanicHookInfo, path::PathBuf, thread, time::Duration};

use super::{data::Data, recovery::Keeper, running::seconds, writing::write_private};

const FOLDER: &str = "reports";
const END: &str = ".txt";
/// How many reports are kept.
const MOST_REPORTS: usize = 10;

/// How long a panic waits for what is not kept yet.
const FLUSH: Duration = Duration::from_millis(500);

/// What a panic hook does: waits half a second at most until what was told to the keeper is kept, then writes a report.
/// It touches no document, since a panic may have left one half changed. Gives whether everything is kept, and the file
/// of the report.
///
/// # Errors
/// In place of the file, why there is none.
pub fn on_panic(panic: &PanicHookInfo, keeper: Option<&Keeper>, data: &Data) -> (bool, io::Result<PathBuf>) {
    let is_kept = keeper.is_none_or(|keeper| keeper.flush(FLUSH));
    (is_kept, write_report(data, &text(panic, is_kept)))
}

/// What is known of a panic. Its message only where that is a constant of the program: others may quote a document.
fn text(panic: &PanicHookInfo, is_kept: bool) -> String {
    let mut text = format!("Pathlight {} stopped at an error of its own.\n", env!("CARGO_PKG_VERSION"));
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    let message = panic.payload().downcast_ref::<&'static str>().copied().unwrap_or("not written down");
    let thread = thread::current();
    let lines = [
        ("place", place.as_str()),
        ("message", message),
        ("thread", thread.name().unwrap_or("without a name")),
        ("system", std::env::consts::OS),
        ("processor", std::env::consts::ARCH),
        ("recovery", if is_kept { "complete" } else { "as of the last second" }),
    ];
    for (name, value) in lines {
        writeln!(text, "{name}: {value}").ok();
    }
    text
}

fn write_report(data: &Data, text: &str) -> io::Result<PathBuf> {
    let folder = data.made(FOLDER)?;
    let path = folder.join(format!("{:012}-{}{END}", seconds(data.disk().now()), std::process::id()));
    write_private(data.disk(), &path, text.as_bytes())?;
    let mut reports = data.disk().read_dir(&folder)?;
    reports.retain(|name| name.to_str().is_some_and(|name| name.ends_with(END)));
    reports.sort();
    let too_many = reports.len().saturating_sub(MOST_REPORTS);
    for old in reports.iter().take(too_many) {
        data.disk().remove_file(&folder.join(old)).ok();
    }
    Ok(path)
}
