//! The atlas: the bundled pathways merged into one. It is made, never written by hand.

use crate::{
    analysis::merge::{Merged, merge},
    formats,
    model::{About, Lane, LaneId, Pathway, Tour},
    words,
};

/// The atlas' id, and the name of its file.
pub const ID: &str = "atlas";

/// The ids of the pathways that it is made of, in the order in which they win where two disagree.
pub const PARTS: [&str; 5] =
    ["skull-marrow", "microglia", "inflammation-drive", "depression-overview", "antidepressants"];

/// One journey from outside the body to what is felt and done.
const LANES: [(&str, &str); 9] = [
    ("outside", words::library::ATLAS_OUTSIDE),
    ("body", words::library::ATLAS_BODY),
    ("blood", words::library::ATLAS_BLOOD),
    ("marrow", words::library::ATLAS_MARROW),
    ("borders", words::library::ATLAS_BORDERS),
    ("brain_cells", words::library::ATLAS_BRAIN_CELLS),
    ("synapses", words::library::ATLAS_SYNAPSES),
    ("circuits", words::library::ATLAS_CIRCUITS),
    ("experience", words::library::ATLAS_EXPERIENCE),
];

/// Makes the atlas of its parts.
pub fn make(parts: &[&Pathway]) -> Merged {
    let first = parts.first().map(|part| part.about().clone()).unwrap_or_default();
    let reviewed = parts.iter().map(|part| part.about().reviewed.clone()).max().unwrap_or_default();
    let about = About {
        id: ID.to_owned(),
        title: words::library::ATLAS.to_owned(),
        summary: words::library::ATLAS_SUMMARY.to_owned(),
        reviewed,
        ..first
    };
    let lane = |(id, label): (&str, &str)| Lane { id: LaneId::new(id), label: label.to_owned(), extra: Vec::new() };
    let mut merged = merge(parts, about, &LANES.map(lane));
    let mut all = merged.pathway.parts();
    // Its own tour comes first: the story of the whole before the stories of its parts.
    all.tours.splice(0..0, own_tours());
    merged.pathway = Pathway::from_parts(all, merged.pathway.misfits().to_vec());
    merged
}

/// The tours that are written for the atlas itself, kept in a file of their own.
fn own_tours() -> Vec<Tour> {
    let opened = formats::open(include_bytes!("../../assets/atlas-tour.pathway.ron"));
    opened.map(|opened| opened.pathway.parts().tours).unwrap_or_default()
}
