//! Colours, read from the theme asset: the only place where a colour has a number.

mod colour;
mod contrast;
mod palette;
mod shades;

use serde::Deserialize;

pub use self::{
    colour::Rgb,
    contrast::{LEAST_LINE, LEAST_TEXT, contrast, faded},
    palette::{KindColours, Palette},
    shades::Shades,
};

const ASSET: &str = include_str!("../../assets/themes.ron");

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;

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
