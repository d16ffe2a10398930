//! What comes of opening a file.

use std::sync::Arc;

use super::problem::Problem;
use crate::model::Pathway;

/// A file that could be opened, perhaps not in all its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The pathway, with what could not be read among its misfits and extra fields.
    pub pathway: Pathway,
    /// Everything that is wrong or doubtful, in the order of the file.
    pub problems: Vec<Problem>,
    /// Made by a newer major version: it may be looked at, but never be saved over.
    pub read_only: bool,
    /// The file itself: saving writes over it, and keeps all of it that nobody touched.
    pub bytes: Arc<[u8]>,
}
