//! Foreign formats: what others wrote becomes a pathway, with an honest report of what came of it.
//!
//! One format is one file in `formats` and one row of [`FORMATS`]; menus, filters, the command line and the documentation
//! come from that table. A file goes three steps:
//!
//! 1. [`recognise()`] finds the format by content, then by ending; its reader makes a [`Draft`]: things, arrows with the
//!    file's own words for what they do, papers, and a notice for whatever could not be kept.
//! 2. [`Draft::meanings`] lists each word with its count and the effect that it will get. Nothing is taken before somebody
//!    could see and change that. An arrow alone claims no sign: what the file does not say is unknown.
//! 3. [`build()`] makes the pathway and the [`Report`]. Papers become sources that are unconfirmed, sentences findings,
//!    denials evidence against; no link gets more than grade D, until somebody has weighed it.

mod brief;
mod build;
mod draft;
mod format;
mod formats;
mod input;
mod json;
mod meanings;
mod notice;
mod peek;
mod recognise;
mod relations;
mod report;
mod table;
#[cfg(test)]
mod tests;
mod xml;

pub use build::{Imported, build};
pub use draft::{Arrow, ArrowId, Draft, End, Heads, Paper, PaperId, Said, Thing, ThingId, WordId};
pub use format::{Foreign, Format, Knows, Written};
pub use formats::FORMATS;
pub use input::Input;
pub use meanings::{Meaning, Meanings, Wishes};
pub use notice::{Notice, NoticeKind, Spot};
pub use recognise::{is_foreign, named, read, recognise};
pub use report::Report;

use pathlight_core::{analysis, citing, formats as native, model};
use pathlight_grammar as grammar;
