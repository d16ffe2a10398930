//! The formats: one file each, and one row of this table.

mod braces;
mod dagitty;
mod dot;
mod edges;
mod kgx_table;
mod kumu;
mod loopy;
mod matrix;
mod mermaid;
mod mitab;
mod omnipath;
mod percent;
mod sif;
mod signor;
mod tetrad;

use crate::format::Format;

/// Every foreign format, in the order of menus. Where two are as sure of a file, the first has it.
pub const FORMATS: &[&Format] = &[
    &kumu::FORMAT,
    &dagitty::FORMAT,
    &tetrad::FORMAT,
    &loopy::FORMAT,
    &mermaid::FORMAT,
    &dot::FORMAT,
    &sif::FORMAT,
    &signor::FORMAT,
    &omnipath::FORMAT,
    &mitab::FORMAT,
    &kgx_table::FORMAT,
    &matrix::FORMAT,
    &edges::FORMAT,
];
