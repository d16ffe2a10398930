//! The colours of a drawing in three strengths: as they are, quiet, and as a trace.

use std::sync::Arc;

use super::{
    colour::Rgb,
    contrast::{LEAST_LINE, LEAST_TEXT, faded, mixed},
    palette::{KindColours, Palette},
};
use crate::model::Grade;

/// How far the ground of a card goes towards that of its lane, as a share: a quiet one, and one that is a trace.
const QUIET_CARD: f32 = 0.74;
const TRACE_CARD: f32 = 1.0;
/// How far links of each grade go towards their ground in an overview, as a share, as long as they can be seen.
const FAR: [f32; 5] = [0.0, 0.25, 0.45, 0.6, 0.75];

/// A palette, and what becomes of it where something is not what is looked at. Quiet is not invisible: labels that are quiet
/// keep the contrast of text, everything else that of lines. A trace keeps the contrast of lines for its label, too.
#[derive(Clone, Debug)]
pub struct Shades {
    /// As it is.
    pub plain: Arc<Palette>,
    /// Of what has nothing to do with what is looked at.
    pub quiet: Arc<Palette>,
    /// Of what a lens hides and of what is not told yet.
    pub trace: Arc<Palette>,
    /// Of links in an overview, by grade: the fainter the weaker their evidence is.
    far: [Rgb; 5],
}

impl Shades {
    /// The shades of a palette.
    pub fn new(plain: &Arc<Palette>) -> Self {
        Self {
            plain: Arc::clone(plain),
            quiet: Arc::new(shade(plain, QUIET_CARD, LEAST_TEXT)),
            trace: Arc::new(shade(plain, TRACE_CARD, LEAST_LINE)),
            far: FAR.map(|share| faded(plain.link, &[plain.lane_a, plain.lane_b], share, LEAST_LINE)),
        }
    }

    /// The colour of a link in an overview.
    pub fn far(&self, grade: Grade) -> Rgb {
        let [a, b, c, d, x] = self.far;
        match grade {
            Grade::A => a,
            Grade::B => b,
            Grade::C => c,
            Grade::D => d,
            Grade::X => x,
        }
    }
}

/// A palette whose cards go so far towards the ground of their lane, and whose labels keep so much contrast.
fn shade(plain: &Palette, share: f32, label: f64) -> Palette {
    let card = mixed(plain.card, plain.lane_a, share);
    // What a line or a mark may lie on.
    let grounds = [plain.lane_a, plain.lane_b, card];
    let line = |colour: Rgb| faded(colour, &grounds, 1.0, LEAST_LINE);
    let kinds = &plain.kinds;
    Palette {
        card,
        card_text: faded(plain.card_text, &[card, plain.lane_a, plain.lane_b], 1.0, label),
        card_line: line(plain.card_line),
        link: line(plain.link),
        faint_link: line(plain.faint_link),
        accent: line(plain.accent),
        kinds: KindColours {
            strain: line(kinds.strain),
            help: line(kinds.help),
            body: line(kinds.body),
            tissue: line(kinds.tissue),
            process: line(kinds.process),
            cell: line(kinds.cell),
            molecule: line(kinds.molecule),
            brain: line(kinds.brain),
            outcome: line(kinds.outcome),
            other: line(kinds.other),
        },
        ..plain.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::Kind,
        theme::{Theme, Themes, contrast::contrast},
    };

    #[test]
    fn what_is_quiet_fades_and_can_still_be_seen_in_every_theme() {
        let themes = Themes::bundled();
        for theme in Theme::ALL {
            let shades = Shades::new(&Arc::new(themes.palette(theme).clone()));
            for (grade, lane) in
                Grade::ALL.into_iter().flat_map(|grade| [(grade, shades.plain.lane_a), (grade, shades.plain.lane_b)])
            {
                assert!(contrast(shades.far(grade), lane) >= LEAST_LINE, "{theme:?} {grade:?}");
            }
            for (shade, label) in [(&shades.quiet, LEAST_TEXT), (&shades.trace, LEAST_LINE)] {
                let plain = &shades.plain;
                assert!(
                    contrast(shade.card_text, shade.card) < contrast(plain.card_text, plain.card) / 2.0,
                    "{theme:?}"
                );
                assert!(contrast(shade.link, shade.lane_a) < contrast(plain.link, plain.lane_a) / 1.5, "{theme:?}");
                for ground in [shade.lane_a, shade.lane_b, shade.card] {
                    assert!(contrast(shade.card_text, ground) >= label, "{theme:?}");
                    let kinds = Kind::ALL.map(|kind| shade.kinds.of(kind));
                    for line in kinds.into_iter().chain([shade.card_line, shade.link, shade.faint_link, shade.accent]) {
                        assert!(contrast(line, ground) >= LEAST_LINE, "{theme:?} {line:?} on {ground:?}");
                    }
                }
            }
        }
    }
}
