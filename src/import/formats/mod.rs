//! The formats: one file each, and one row of this table.

mod aopwiki;
mod bel;
mod bnet;
mod braces;
mod canvas;
mod cx2;
mod cytoscape;
mod dagitty;
mod dot;
mod edges;
mod gocam;
mod gpml;
mod graphml;
mod indra;
mod kgx;
mod kgx_table;
mod kumu;
mod loopy;
mod matrix;
mod mermaid;
mod miriam;
mod mitab;
mod nodelink;
mod omnipath;
mod percent;
mod places;
mod sbgn;
mod sbmlqual;
mod sif;
mod signor;
mod tetrad;
mod values;
mod xmile;

use crate::format::Format;

/// Every foreign format, in the order of menus. Where two are as sure of a file, the first has it.
pub const FORMATS: &[&Format] = &[
    &gpml::FORMAT,
    &sbgn::FORMAT,
    &bel::FORMAT,
    &indra::FORMAT,
    &gocam::FORMAT,
    &signor::FORMAT,
    &omnipath::FORMAT,
    &mitab::FORMAT,
    &kgx::FORMAT,
    &aopwiki::FORMAT,
    &sbmlqual::FORMAT,
    &bnet::FORMAT,
    &cx2::FORMAT,
    &kumu::FORMAT,
    &xmile::FORMAT,
    &dagitty::FORMAT,
    &tetrad::FORMAT,
    &loopy::FORMAT,
    &mermaid::FORMAT,
    &dot::FORMAT,
    &graphml::FORMAT,
    &cytoscape::FORMAT,
    &nodelink::FORMAT,
    &canvas::FORMAT,
    &kgx_table::FORMAT,
    &matrix::FORMAT,
    &edges::FORMAT,
    &sif::FORMAT,
];
