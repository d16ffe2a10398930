//! Sine and cosine that are the same on every machine: the standard library takes those of the platform.

use std::f64::consts::{FRAC_PI_2, PI};

/// A quarter turn: its first 33 bits, so that some of them are exact, and the rest.
const QUARTER: (f64, f64) = (1.570_796_326_734_125_6, 6.077_100_506_506_192e-11);
/// Terms of a series after the first; on an eighth of a turn the next one is below 1e-19.
const TERMS: u32 = 8;

/// Sine and cosine of an angle of a few turns, in radians, less than 1e-15 off.
///
/// The angle less whole quarter turns, in two parts so that nothing is lost (Cody and Waite 1980), and Taylor's series.
pub(crate) fn sin_cos(angle: f64) -> (f64, f64) {
    debug_assert!(angle.abs() < 100.0 * PI, "far beyond a few turns the reduction loses digits");
    let quarters = (angle / FRAC_PI_2).round();
    let rest = (angle - quarters * QUARTER.0) - quarters * QUARTER.1;
    let (sin, cos) = (rest * series(rest, 1), series(rest, 0));
    match (quarters as i64).rem_euclid(4) {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

/// The series of the cosine (`odd` 0), and that of the sine (`odd` 1) over its argument.
fn series(x: f64, odd: u32) -> f64 {
    (1..=TERMS).rev().fold(1.0, |sum, k| 1.0 - x * x / f64::from((2 * k + odd) * (2 * k + odd - 1)) * sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the platform's own is near enough to compare with")]
    fn sine_and_cosine_are_exact_to_1e_14() {
        for step in -4000..4000 {
            let angle = f64::from(step) * 0.003_7;
            let (sin, cos) = sin_cos(angle);
            assert!((sin - angle.sin()).abs() < 1e-14 && (cos - angle.cos()).abs() < 1e-14, "{angle}");
        }
        assert_eq!((sin_cos(0.0), sin_cos(PI).1), ((0.0, 1.0), -1.0));
    }
}
