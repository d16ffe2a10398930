//! The formats: one file each, and one row of this table.

mod aopwiki;
mod bnet;
mod braces;
mod dagitty;
mod dot;
mod gpml;
mod graphml;
mod kumu;
mod loopy;
mod mermaid;
mod miriam;
mod percent;
mod places;
mod sbgn;
mod sbmlqual;
mod sif;
mod tetrad;
mod xmile;

use crate::format::Format;

/// Every foreign format, in the order of menus. Where two are as sure of a file, the first has it.
pub const FORMATS: &[&Format] = &[
    &gpml::FORMAT,
    &sbgn::FORMAT,
    &aopwiki::FORMAT,
    &sbmlqual::FORMAT,
    &bnet::FORMAT,
    &kumu::FORMAT,
    &xmile::FORMAT,
    &dagitty::FORMAT,
    &tetrad::FORMAT,
    &loopy::FORMAT,
    &mermaid::FORMAT,
    &dot::FORMAT,
    &graphml::FORMAT,
    &sif::FORMAT,
];
