//! How well a colour stands out from what lies beneath it, and how far it may fade.

use super::colour::Rgb;

/// Least contrast of a text that is still to be read (WCAG 2.2, 1.4.3).
pub const LEAST_TEXT: f64 = 4.5;
/// Least contrast of a line, an edge or a sign that is still to be seen (WCAG 2.2, 1.4.11).
pub const LEAST_LINE: f64 = 3.0;

/// Steps from a colour to its ground.
const STEPS: u16 = 64;

/// The contrast ratio of two opaque colours, from 1 to 21, as WCAG 2.2 has it.
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance from 0 to 1, as WCAG 2.2 has it.
fn luminance(Rgb(r, g, b): Rgb) -> f64 {
    let linear = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// A colour on its way to the first of the grounds that it may lie on: by `share` (0 to 1) of the way, or by less where it
/// would no longer have the `least` contrast to each of them. A colour that has not got it to begin with stays as it is.
pub fn faded(colour: Rgb, grounds: &[Rgb], share: f32, least: f64) -> Rgb {
    let Some(&to) = grounds.first() else { return colour };
    let stands_out = |shade: &Rgb| grounds.iter().all(|&ground| contrast(*shade, ground) >= least);
    let steps = (0..=STEPS).map(|step| mixed(colour, to, share * f32::from(step) / f32::from(STEPS)));
    steps.take_while(stands_out).last().unwrap_or(colour)
}

/// A colour `share` (0 to 1) of the way to another one, channel by channel.
pub(super) fn mixed(from: Rgb, to: Rgb, share: f32) -> Rgb {
    let channel = |from: u8, to: u8| (f32::from(from) + (f32::from(to) - f32::from(from)) * share).round() as u8;
    Rgb(channel(from.0, to.0), channel(from.1, to.1), channel(from.2, to.2))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLACK: Rgb = Rgb(0, 0, 0);
    const GREY: Rgb = Rgb(0x76, 0x76, 0x76);
    const WHITE: Rgb = Rgb(255, 255, 255);

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((contrast(BLACK, WHITE) - 21.0).abs() < 1e-9);
        // The grey that everybody quotes as the lightest that may be read on white.
        assert!((contrast(GREY, WHITE) - 4.54).abs() < 0.01);
        assert_eq!(contrast(GREY, WHITE), contrast(WHITE, GREY));
        assert!((contrast(GREY, GREY) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_colour_fades_as_far_as_it_may_and_no_farther() {
        let faint = faded(BLACK, &[WHITE], 1.0, 3.0);
        assert!((3.0..3.3).contains(&contrast(faint, WHITE)), "{faint:?}");
        assert_eq!(faded(BLACK, &[WHITE], 0.25, 3.0), Rgb(64, 64, 64));
        assert_eq!(faded(BLACK, &[WHITE], 0.0, 3.0), BLACK);
        assert_eq!(faded(GREY, &[WHITE], 1.0, 7.0), GREY);
        assert_eq!(faded(GREY, &[], 1.0, 3.0), GREY);
        // It has to stand out from every ground that it may lie on.
        let both = faded(BLACK, &[WHITE, GREY], 1.0, 3.0);
        assert!(contrast(both, GREY) >= 3.0 && contrast(both, WHITE) > contrast(faint, WHITE), "{both:?}");
    }
}
