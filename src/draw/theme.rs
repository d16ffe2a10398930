//! Colours, read from the theme asset: the only place where a colour has a number.

mod contrast;
mod shades;

use serde::Deserialize;

pub use self::{
    contrast::{LEAST_LINE, LEAST_TEXT, contrast, faded},
    shades::Shades,
};
use crate::{model::Kind, words};

const ASSET: &str = include_str!("../../assets/themes.ron");

/// A colour, red, green and blue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Rgb(pub u8, pub u8, pub u8);

impl TryFrom<String> for Rgb {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let digits = text.strip_prefix('#').filter(|d| d.len() == 6).ok_or(words::themes::NOT_A_COLOUR)?;
        let number = u32::from_str_radix(digits, 16).map_err(|e| e.to_string())?;
        let [_, r, g, b] = number.to_be_bytes();
        Ok(Self(r, g, b))
    }
}

/// One of the themes, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// High contrast, for a projector.
    Projector,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Projector];
}

/// The colours of the three themes.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Themes {
    /// Dark on light.
    pub light: Palette,
    /// Light on dark.
    pub dark: Palette,
    /// High contrast.
    pub projector: Palette,
}

impl Themes {
    /// Reads the bundled themes.
    pub fn bundled() -> Self {
        // A test keeps the asset readable; if it ever were not, all black is still a window that can be closed.
        ron::from_str(ASSET).unwrap_or_default()
    }

    /// The colours of one of them.
    pub fn palette(&self, theme: Theme) -> &Palette {
        match theme {
            Theme::Light => &self.light,
            Theme::Dark => &self.dark,
            Theme::Projector => &self.projector,
        }
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn at_least(theme: &str, what: &str, a: Rgb, b: Rgb, least: f64) {
        assert!(contrast(a, b) >= least, "{theme}: {what} has contrast {:.2}, wants {least}", contrast(a, b));
    }

    #[test]
    fn texts_and_marks_stand_out_in_every_theme() {
        let themes: Themes = ron::from_str(ASSET).expect("the theme asset is good RON");
        for theme in Theme::ALL {
            let (name, p) = (format!("{theme:?}"), themes.palette(theme));
            let name = name.as_str();
            at_least(name, "text", p.text, p.panel, 7.0);
            at_least(name, "text under the pointer", p.text, p.hover, 4.5);
            at_least(name, "weak text", p.weak, p.panel, 4.5);
            at_least(name, "accent text", p.accent, p.panel, 4.5);
            at_least(name, "text on soft accent", p.text, p.accent_soft, 4.5);
            at_least(name, "accent on soft accent", p.accent, p.accent_soft, 4.5);
            at_least(name, "text on accent", p.on_accent, p.accent, 4.5);
            at_least(name, "error", p.error, p.panel, 4.5);
            at_least(name, "card label", p.card_text, p.card, 7.0);
            for lane in [p.lane_a, p.lane_b] {
                at_least(name, "lane name", p.lane_text, lane, 4.5);
                at_least(name, "link", p.link, lane, 4.5);
                at_least(name, "cause", p.cause, lane, 3.0);
                at_least(name, "effect", p.effect, lane, 3.0);
            }
            for ground in [p.lane_a, p.lane_b, p.card, p.panel] {
                at_least(name, "border of a card", p.card_line, ground, 3.0);
                at_least(name, "link of grade X", p.faint_link, ground, 3.0);
                for kind in Kind::ALL {
                    at_least(name, "kind mark", p.kinds.of(kind), ground, 3.0);
                }
            }
        }
    }
}
