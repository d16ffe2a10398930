//! The formats: one file each, and one row of this table.

mod braces;
mod dagitty;
mod dot;
mod kumu;
mod loopy;
mod mermaid;
mod percent;
mod sif;
mod tetrad;
mod aopwiki;
mod bnet;
mod gpml;
mod graphml;
mod kumu;
mod miriam;
mod places;
mod sbgn;
mod sbmlqual;
mod sif;
mod xmile;

use crate::format::Format;

/// Every foreign format, in the order of menus. Where two are as sure of a file, the first has it.
pub const FORMATS: &[&Format] =
    &[&kumu::FORMAT, &dagitty::FORMAT, &tetrad::FORMAT, &loopy::FORMAT, &mermaid::FORMAT, &dot::FORMAT, &sif::FORMAT];
pub const FORMATS: &[&Format] = &[
    &gpml::FORMAT,
    &sbgn::FORMAT,
    &graphml::FORMAT,
    &aopwiki::FORMAT,
    &sbmlqual::FORMAT,
    &bnet::FORMAT,
    &xmile::FORMAT,
    &kumu::FORMAT,
    &sif::FORMAT,
];
