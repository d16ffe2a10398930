//! What this version does not know of a file.

/// Fields that this version does not know, kept as they stood in the file: name and raw text.
///
/// They are written back on save, so that a file made by a newer version loses nothing here.
pub type Extra = Vec<(String, String)>;
