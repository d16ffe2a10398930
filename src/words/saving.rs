//! Pictures and worksheets as files.

/// While a file is being written.
pub const WRITING: &str = "Writing…";
/// Title of the dialog that asks where to.
pub const DIALOG: &str = "Save as";
/// Title of the box for a path, where something is written.
pub const PATH: &str = "Save as";
/// Why there is such a box, and what to do.
pub const PATH_HINT: &str = "This system offers no file dialog. Type or paste the path of the file to write:";
/// Button: writes the file of that path.
pub const SAVE: &str = "Save";
/// A pathway that is too small for a worksheet.
pub const NOTHING_TO_ASK: &str = "This pathway has too little in it to ask about.";

/// The ending of pictures that are given none.
pub const PICTURE_ENDING: &str = "svg";
/// The ending of pathway files.
pub const PATHWAY_ENDING: &str = "pathway.ron";
/// There is nothing to save.
pub const SAVED_ALREADY: &str = "Everything is saved already.";
/// The ending of worksheets.
pub const SHEET_ENDING: &str = "pdf";

/// The name of a file of a pathway whose own name cannot be one.
pub const STEM: &str = "pathway";
/// Title of the question whether files may be replaced.
pub const REPLACE_TITLE: &str = "Replace what is there?";
/// Button: replaces what is there.
pub const REPLACE: &str = "Replace";
/// Button: leaves what is there.
pub const KEEP: &str = "Keep it";

/// Files are there already, one a line.
pub fn there(paths: &str) -> String {
    format!("This is there already, and what is in it would be lost:\n{paths}")
}

/// What is open would be written over by something else.
pub fn is_open(path: &str) -> String {
    format!("{path} is the pathway that is open, so nothing else is written over it; choose another name.")
}

/// What the path of a file to write may look like.
pub fn example(ending: &str) -> String {
    format!("/home/me/my-pathway.{ending}")
}

/// A file name for a pathway.
pub fn pathway(pathway: &str) -> String {
    format!("{pathway}.pathway.ron")
}

/// A pathway has been saved, and what must be said of it.
pub fn saved(path: &str, remark: Option<&str>) -> String {
    let remark = remark.map(|remark| format!(" Note: {remark}.")).unwrap_or_default();
    format!("Saved in {path}.{remark}")
}

/// A pathway was not saved: why, without its full stop.
pub fn refused(why: &str) -> String {
    format!("{why}.")
}

/// What was in the file before could not be kept.
pub fn no_backup(why: &str) -> String {
    format!("what was in the file before is not kept as a backup ({why})")
}

/// The file could not be written over piece by piece.
pub const ANEW: &str = "the file could not be followed, so all of it was written anew and its comments are gone";

/// A file name for a picture.
pub fn picture(pathway: &str) -> String {
    format!("{pathway}.svg")
}

/// A file name for a worksheet.
pub fn worksheet(pathway: &str, seed: u64) -> String {
    format!("{pathway}-worksheet-{seed}.pdf")
}

/// What the file with the answers is called, beside that of the worksheet.
pub fn key(stem: &str) -> String {
    format!("{stem}-key.pdf")
}

/// The ending of a picture's file says nothing.
pub fn no_ending(path: &str) -> String {
    format!("{path}: its ending does not say which kind of picture this is; end it in .svg, .png or .pdf.")
}

/// A file has been written, and what must be said of it.
pub fn written(paths: &str, remarks: &[String]) -> String {
    let remarks: String = remarks.iter().map(|remark| format!(". Note: {remark}")).collect();
    format!("Written: {paths}{remarks}")
}

/// Labels of a picture on paper are so small, in points.
pub fn small_letters(points: f32) -> String {
    let points = (points * 10.0).floor() / 10.0;
    format!(
        "labels are {points} pt high on A4, too small to read; save it as SVG or PNG, which need no paper, or pick a part of it \
         and show only that (Ctrl+Shift+F) before you save; pathlight export has larger paper, and --tiles"
    )
}

/// A file could not be written.
pub fn not_written(path: &str, why: &str) -> String {
    format!("{path} cannot be written ({why}); choose another place.")
}
