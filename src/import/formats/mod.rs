//! The formats: one file each, and one row of this table.

mod kumu;
mod sif;

use crate::format::Format;

/// Every foreign format, in the order of menus. Where two are as sure of a file, the first has it.
pub const FORMATS: &[&Format] = &[&kumu::FORMAT, &sif::FORMAT];
