//! The formats: one file each, and one row of this table.

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

/// A text as part of a sentence that may be said many times: on one line, and of so many characters at most that a file
/// cannot grow by it.
fn brief(text: &str) -> String {
    const LONGEST: usize = 160;
    let mut out = crate::model::one_line(&text.chars().take(LONGEST).collect::<String>());
    if text.chars().nth(LONGEST).is_some() {
        out.push('…');
    }
    out
}
