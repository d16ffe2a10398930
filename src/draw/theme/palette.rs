//! The colours of one theme, by their use.

use serde::Deserialize;

use super::colour::Rgb;
use crate::model::Kind;

/// The colours of one theme, by their use.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Palette {
    /// Whether text is lighter than its ground.
    pub is_dark: bool,
    /// Ground of panels.
    pub panel: Rgb,
    /// Lines between panels and around cards of evidence.
    pub line: Rgb,
    /// Ground of fields and quiet buttons.
    pub field: Rgb,
    /// Ground of rows under the pointer.
    pub hover: Rgb,
    /// Text.
    pub text: Rgb,
    /// Text of less weight.
    pub weak: Rgb,
    /// The one accent: links, selection, focus.
    pub accent: Rgb,
    /// The accent as a ground.
    pub accent_soft: Rgb,
    /// Text on the accent itself.
    pub on_accent: Rgb,
    /// Errors.
    pub error: Rgb,
    /// Ground of every other lane.
    pub lane_a: Rgb,
    /// Ground of the lanes between.
    pub lane_b: Rgb,
    /// Names of lanes.
    pub lane_text: Rgb,
    /// Ground of cards.
    pub card: Rgb,
    /// Borders of cards.
    pub card_line: Rgb,
    /// Labels of cards.
    pub card_text: Rgb,
    /// Links.
    pub link: Rgb,
    /// Links of grade X.
    pub faint_link: Rgb,
    /// What causes the thing under the pointer.
    pub cause: Rgb,
    /// What the thing under the pointer acts on.
    pub effect: Rgb,
    /// Kind marks, by group.
    pub kinds: KindColours,
}

/// Colours of kind marks; kinds of one family share one, and the mark's shape tells them apart.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct KindColours {
    /// Stressors.
    pub strain: Rgb,
    /// Treatments and protective factors.
    pub help: Rgb,
    /// Systems and states of the body.
    pub body: Rgb,
    /// Tissues.
    pub tissue: Rgb,
    /// Processes.
    pub process: Rgb,
    /// Cells.
    pub cell: Rgb,
    /// Molecules and markers.
    pub molecule: Rgb,
    /// Brain regions and circuits.
    pub brain: Rgb,
    /// Symptoms and outcomes.
    pub outcome: Rgb,
    /// Everything else, and stand-ins in animals.
    pub other: Rgb,
}

impl KindColours {
    /// The colour of a kind's mark.
    pub fn of(&self, kind: Kind) -> Rgb {
        match kind {
            Kind::Stressor => self.strain,
            Kind::Treatment | Kind::Protective => self.help,
            Kind::BodyState | Kind::System => self.body,
            Kind::Tissue => self.tissue,
            Kind::Process => self.process,
            Kind::Cell => self.cell,
            Kind::Molecule | Kind::Marker => self.molecule,
            Kind::Region | Kind::Circuit => self.brain,
            Kind::Symptom | Kind::Outcome => self.outcome,
            Kind::ModelOutcome | Kind::Other => self.other,
        }
    }
}
