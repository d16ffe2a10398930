//! What commands write into files: never over what they read, never two into one, and no pathway that could not be
//! opened again.

use std::{io, path::Path};

use super::{source::shown, terminal::remark};
use crate::{
    files::{self, Refused, Save, Seen, System, Trouble, Way},
    formats,
    model::Pathway,
};

/// Checks, before anything is made, that every output is a file of its own and none is what is read.
///
/// # Errors
/// One sentence.
pub(super) fn check(outputs: &[&Path], reads: &[&Path]) -> Result<(), String> {
    for (at, output) in outputs.iter().enumerate() {
        let name = shown(output);
        if reads.iter().any(|read| files::is_same(read, output)) {
            return Err(format!("{name}: is read, so it is not written over; name another file to write\n"));
        }
        if outputs.iter().take(at).any(|other| files::is_same(other, output)) {
            return Err(format!("{name}: is named for two outputs; give each a file of its own\n"));
        }
    }
    Ok(())
}

/// Checks that an output's name says what it will be.
///
/// # Errors
/// One sentence.
pub(super) fn check_ending(output: &Path, ending: &str) -> Result<(), String> {
    let has_it = output.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending));
    if has_it { Ok(()) } else { Err(format!("{}: is to be a .{ending} file; end its name so\n", shown(output))) }
}

/// Checks that the folder of an output is there, before another output is written that would be left alone.
///
/// # Errors
/// One sentence.
pub(super) fn check_folder(output: &Path) -> Result<(), String> {
    let local = files::local(output);
    match local.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
            Err(format!("{}: cannot be written (its folder does not exist); choose another place\n", shown(output)))
        }
        _ if local.is_dir() => {
            Err(format!("{}: cannot be written (it is a folder); choose another place\n", shown(output)))
        }
        _ => Ok(()),
    }
}

/// Checks that a pathway may take the place of what stands there: nothing, or a pathway of which nothing is lost but what
/// is replaced. What was seen there is for [`save`].
///
/// # Errors
/// One sentence.
pub(super) fn check_replaced(output: &Path) -> Result<Seen, String> {
    let name = shown(output);
    if !files::local(output).exists() {
        return Ok(Seen::Nothing);
    }
    let bytes = files::bytes(output)
        .map_err(|problem| format!("{name}: cannot be written over: {}; name another file to write\n", problem.what))?;
    if bytes.is_empty() {
        return Ok(Seen::Bytes(bytes.into()));
    }
    let why = match formats::open(&bytes) {
        Ok(opened) if opened.read_only => "was made by a newer version of Pathlight",
        Ok(opened) if formats::loses_comments(&bytes, &opened.pathway) => "has comments, which would be lost",
        Ok(_) => return Ok(Seen::Bytes(bytes.into())),
        Err(_) => "is there already and is no pathway",
    };
    Err(format!("{name}: {why}, so it is not written over; name another file, or delete this one first\n"))
}

/// Writes what is no pathway, but never over one, whatever that is called; says so, or one sentence where it cannot be
/// written.
pub(super) fn write(output: &Path, bytes: &[u8]) -> Result<String, String> {
    let is_pathway = |bytes: Vec<u8>| !bytes.is_empty() && formats::open(&bytes).is_ok();
    if files::local(output).is_file() && files::bytes(output).is_ok_and(is_pathway) {
        let name = shown(output);
        return Err(format!("{name}: is a pathway, so it is not written over; name another file to write\n"));
    }
    said(output, bytes.len(), files::write(output, bytes))
}

/// Writes a pathway that was made from a file with these bytes, so that what is the same stays as it stands there, and says
/// so, or where that could not be; one sentence where it cannot be written.
pub(super) fn save_over(
    (file, bytes): (&Path, &[u8]),
    (output, seen): (&Path, &Seen),
    pathway: &Pathway,
    errors: usize,
) -> Result<String, String> {
    let formats::Saved { text, is_anew } = formats::save_over(bytes, pathway);
    let said = save((output, seen), &text, pathway, errors)?;
    if is_anew {
        let (from, to) = (shown(file), shown(output));
        remark(&format!("{to}: the layout of {from} cannot be followed, so all is written anew, without comments\n"));
    }
    Ok(said)
}

/// Writes a pathway whose text may have so many errors over what was seen there, and says so; one sentence where it cannot
/// be written, or where another program was there meanwhile, whose work would be gone.
pub(super) fn save(
    (output, seen): (&Path, &Seen),
    text: &str,
    pathway: &Pathway,
    errors: usize,
) -> Result<String, String> {
    let save = Save { path: output, text, pathway, errors, seen, data: None };
    match files::save(&System, &save) {
        Err(Refused::Changed { .. }) => {
            let what = "was changed by another program meanwhile, so it is not written over; run the command again";
            Err(format!("{}: {what}\n", shown(output)))
        }
        saved => said(output, text.len(), saved.map(|saved| saved.way).map_err(io::Error::from)),
    }
}

fn said(output: &Path, bytes: usize, written: io::Result<Way>) -> Result<String, String> {
    let name = shown(output);
    match written {
        Ok(Way::Whole) => Ok(format!("{name}: {} KB\n", bytes.div_ceil(1024))),
        Ok(Way::InPlace) => {
            let kept = "written in place, so that its other names and its owner stay";
            Ok(format!("{name}: {} KB, {kept}\n", bytes.div_ceil(1024)))
        }
        // What it would hold is wrong, not the place.
        Err(error) if error.kind() == io::ErrorKind::InvalidData => Err(format!("{name}: is not written: {error}\n")),
        Err(error) => {
            let (why, _) = Trouble { path: output.to_owned(), error, bytes }.why();
            Err(format!("{name}: cannot be written ({why}); choose another place\n"))
        }
    }
}
