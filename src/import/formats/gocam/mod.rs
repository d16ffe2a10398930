//! GO-CAM: models as the gocam library writes them, and raw ones as Minerva answers.
//!
//! <https://geneontology.org/docs/gocam-overview/>: activities act on activities by relations of the Relation Ontology, whose
//! signs are read by number from a table of our own: the names that tools give the numbers are not always right. Only the
//! evidence of the edge speaks for the link; that of who carries out an activity is a note.

use serde_json::Value;

use crate::{
    draft::Draft,
    format::{Format, Knows},
    input::Input,
    json::parsed,
    native::Problem,
};

mod causes;
mod minerva;
mod model;

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "gocam",
    name: "GO-CAM",
    about: "Causal activity models of the Gene Ontology, the library's or Minerva's, with the papers of each edge.",
    endings: &["json"],
    knows,
    read,
    write: None,
};

fn knows(input: &Input<'_>) -> Knows {
    let Some(shape) = input.shape() else { return Knows::No };
    let is_model = shape.has(&["activities"]) && input.text.contains("\"causal_associations\"")
        || shape.has(&["id", "activities", "objects"]);
    let answers = || {
        let has = |key: &str| input.text.contains(key);
        shape.has(&["data"]) && has("\"individuals\"") && has("\"facts\"") && has("\"property\"")
    };
    Knows::seen(is_model || shape.has(&["individuals", "facts"]) || !shape.is_list && answers())
}

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let file: Value = parsed(input)?;
    let mut draft = Draft::default();
    let raw = file.get("data").filter(|data| data.get("facts").is_some()).unwrap_or(&file);
    if raw.get("facts").is_some() {
        minerva::read(&mut draft, raw);
        return Ok(draft);
    }
    // A file may hold several models.
    let models =
        if file.is_array() { file.as_array().map_or(&[][..], Vec::as_slice) } else { std::slice::from_ref(&file) };
    for found in models {
        model::read(&mut draft, found);
    }
    Ok(draft)
}
