//! The formats: one file each, and one row of this table.

mod aopwiki;
mod bnet;
mod bel;
mod braces;
mod canvas;
mod cx2;
mod cytoscape;
mod dagitty;
mod dot;
mod gpml;
mod graphml;
mod kumu;
mod loopy;
mod mermaid;
mod miriam;
mod gocam;
mod indra;
mod kgx;
mod kumu;
mod loopy;
mod mermaid;
mod nodelink;
mod percent;
mod places;
mod sbgn;
mod sbmlqual;
mod sif;
mod tetrad;
mod xmile;
mod values;

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
    &bel::FORMAT,
    &indra::FORMAT,
    &gocam::FORMAT,
    &cytoscape::FORMAT,
    &cx2::FORMAT,
    &canvas::FORMAT,
    &kgx::FORMAT,
    &nodelink::FORMAT,
    &kumu::FORMAT,
    &dagitty::FORMAT,
    &tetrad::FORMAT,
    &loopy::FORMAT,
    &mermaid::FORMAT,
    &dot::FORMAT,
    &graphml::FORMAT,
    &sif::FORMAT,
];
