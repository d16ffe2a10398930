//! Evidence and sources.

use pathlight_grammar::count;

/// Above what the article says, where the sources show something else.
pub const TOLD_OTHERWISE: &str = "The article tells it otherwise";
/// Above what the article says.
pub const TOLD: &str = "What the article says";
/// Heading of evidence that supports a link; its number follows.
pub const SUPPORTS: &str = "Evidence for";
/// Heading of evidence that disputes a link, or gives reason to doubt it without a test; its number follows.
pub const DISPUTES: &str = "Against it, or reason to doubt it";
/// Heading of evidence without an effect; its number follows.
pub const NULL: &str = "Looked, found no effect";
/// Heading of evidence from nearby questions; its number follows.
pub const NEAR: &str = "Nearest evidence, not a direct test";
/// Nobody has seen title and identifier of a source together.
pub const UNCONFIRMED: &str = "Citation not yet confirmed: title and identifier have not been seen together.";
/// Button: copies one reference.
pub const COPY_CITATION: &str = "Copy citation";
/// Entry: copies references as plain text.
pub const AS_TEXT: &str = "As text";
/// Entry: copies references for BibTeX.
pub const AS_BIBTEX: &str = "As BibTeX";
/// Entry: copies references in the RIS format.
pub const AS_RIS: &str = "As RIS";
/// Entry: copies references in the CSL-JSON format.
pub const AS_CSL_JSON: &str = "As CSL-JSON";
/// Heading of remarks on a node.
pub const NOTES: &str = "Worth knowing";

/// Two effects that differ.
pub fn told_and_shown(told: &str, shown: &str) -> String {
    format!("Told as: {told}. Shown by the sources: {shown}.")
}

/// Evidence names a source that is not listed.
pub fn no_such_source(id: &str) -> String {
    format!("The source “{id}” is not in this file’s bibliography.")
}

/// Hint on an address.
pub fn opens(address: &str) -> String {
    format!("Opens {address} in your browser")
}

/// Menu: copies so many references.
pub fn copy_references(n: usize) -> String {
    format!("Copy {} ▾", count(n, "reference", "references"))
}
