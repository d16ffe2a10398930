//! GPML, the drawings of WikiPathways and PathVisio, in the dialects of 2013a and 2021.
//!
//! <https://pathvisio.org/GPML/GPML2021.xsd> and GPML2013a.xsd beside it: data nodes, interactions with their heads at points,
//! anchors on interactions, groups and states. A head at the last point leads there, one at the first leads back; only
//! `TBar` and heads of inhibition lower, only those of stimulation and catalysis raise, and an `Arrow` claims no sign.

mod arrows;
mod cards;
mod elements;
mod named;
mod papers;

use roxmltree::Node;

use self::{
    arrows::arrows,
    cards::Cards,
    elements::Elements,
    named::{ID, attribute},
    papers::Papers,
};
use crate::{
    draft::Draft,
    format::{Format, Knows},
    grammar::ended,
    input::Input,
    model::one_line,
    native::Problem,
    notice::{NoticeKind, Spot},
    xml,
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "gpml",
    name: "WikiPathways GPML",
    about: "Data nodes, interactions with their papers, groups, states and compartments; bars and mim-inhibition lower, a plain arrow has no sign.",
    endings: &["gpml"],
    knows: |input| {
        let tag = xml::root_tag(&input.text).unwrap_or_default();
        Knows::seen(input.root() == Some("Pathway") && tag.contains("/GPML/"))
    },
    read,
    write: None,
};

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let document = xml::parsed(input)?;
    let root = document.root_element();
    let mut draft = Draft::default();
    let elements = Elements::of(root);
    let mut papers = Papers::of(root);
    let mut cards = Cards::new(&elements, &mut draft, &mut papers);
    arrows(&elements, &mut draft, &mut cards, &mut papers);
    cards.finish(&elements, &mut draft);
    for line in &elements.lines {
        let what = "A graphical line belongs to the drawing alone: it is no interaction.";
        draft.notice(
            NoticeKind::NotKept,
            Spot::Element(attribute(*line, ID).unwrap_or("GraphicalLine").to_owned()),
            what,
        );
    }
    draft.title = attribute(root, &["Name", "title"]).map(one_line).unwrap_or_default();
    draft.summary = summary(root, &papers);
    Ok(draft)
}

/// What the file says of itself, and what it cites as a whole.
fn summary(root: Node<'_, '_>, papers: &Papers<'_>) -> String {
    let mut parts: Vec<String> = xml::child(root, "Description").map(xml::text_in).into_iter().collect();
    parts.extend(xml::children(root, "Comment").map(xml::text_in));
    parts.extend(attribute(root, &["Organism", "organism"]).map(|organism| format!("Organism: {organism}.")));
    let made = attribute(root, &["Data-Source", "source"]).map(|source| {
        let version = attribute(root, &["Version", "version"]).unwrap_or_default();
        ended(&format!("From {source} {version}"))
    });
    parts.extend(made);
    parts.extend(papers.terms().map(|terms| format!("Terms: {terms}.")));
    parts.extend(papers.uncited().map(|references| format!("Cited for the pathway as a whole:\n{references}")));
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}
