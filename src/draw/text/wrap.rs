//! Breaks a label into at most three balanced lines and says how large they are.

use std::iter::once;

use epaint::{
    Color32,
    text::{FontId, Fonts, TextOptions},
};

use super::{
    faces::Faces,
    fonts::definitions_with,
    lines::{Piece, filled},
};

/// Size of a card's label, in px at zoom 1.
pub const LABEL_SIZE: f32 = 14.0;

/// Most lines that a label may take.
const MAX_LINES: usize = 3;
/// Height of a line, as a share of the size of its text.
const LINE: f32 = 1.22;

/// Widths that are tried for a label, in px: the narrowest that needs no more than the wanted lines wins.
const WIDTHS: [f32; 5] = [84.0, 100.0, 118.0, 140.0, 170.0];

/// A label in lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrapped {
    /// The lines, top to bottom.
    pub lines: Vec<String>,
    /// Width of the widest line, in px at zoom 1.
    pub width: f32,
    /// Height of one line, in px at zoom 1.
    pub line_height: f32,
}

/// Measures text with the bundled fonts. Making one reads the fonts, so make one and keep it.
pub struct Measure {
    fonts: Fonts,
    faces: Faces,
}

impl Default for Measure {
    fn default() -> Self {
        Self::with(&Faces::default())
    }
}

impl Measure {
    /// Measures with more fonts for what the bundled ones lack.
    pub fn with(faces: &Faces) -> Self {
        Self { fonts: Fonts::new(TextOptions::default(), definitions_with(faces)), faces: faces.clone() }
    }

    /// The fonts that it has beside the bundled ones.
    pub fn faces(&self) -> &Faces {
        &self.faces
    }

    /// Width of one line of text at [`LABEL_SIZE`], in px.
    pub fn width(&mut self, text: &str) -> f32 {
        let font = FontId::proportional(LABEL_SIZE);
        // The colour plays no part in measuring.
        let galley = self.fonts.with_pixels_per_point(1.0).layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
        galley.size().x
    }

    /// Breaks a label at spaces into one to three lines that are about equally long; a line that is still too long ends
    /// in an ellipsis.
    pub fn wrap(&mut self, label: &str) -> Wrapped {
        let words: Vec<&str> = label.split_whitespace().collect();
        let apart = self.width("a b") - self.width("ab");
        let pieces: Vec<Piece> = words.iter().map(|word| Piece { apart, width: self.width(word) }).collect();
        let widest = pieces.iter().map(|piece| piece.width).fold(0.0, f32::max);
        let fits = |most: usize| {
            let wide = WIDTHS.iter().filter(|limit| widest <= **limit);
            wide.map(|limit| filled(&pieces, *limit)).find(|lines| (1..=most).contains(&lines.len()))
        };
        let whole = || once(0..words.len()).collect();
        let lines = fits(2).or_else(|| fits(MAX_LINES)).unwrap_or_else(whole);
        let lines = lines.into_iter().map(|line| words.get(line).unwrap_or_default().join(" "));
        let limit = WIDTHS.last().copied().unwrap_or_default();
        let lines: Vec<String> = lines.map(|line| self.shorten(line, limit)).collect();
        let width = lines.iter().map(|line| self.width(line)).fold(0.0, f32::max);
        Wrapped { lines, width, line_height: (LABEL_SIZE * LINE).round() }
    }

    /// Cuts a line that is wider than `limit` and ends it in an ellipsis.
    fn shorten(&mut self, line: String, limit: f32) -> String {
        if self.width(&line) <= limit {
            return line;
        }
        let mut kept: Vec<char> = line.chars().take(200).collect();
        loop {
            kept.pop();
            let shorter: String = kept.iter().chain(['…'].iter()).collect();
            if kept.is_empty() || self.width(&shorter) <= limit {
                return shorter;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(label: &str, expected: &[&str]) {
        assert_eq!(Measure::default().wrap(label).lines, expected);
    }

    #[test]
    fn labels_break_into_short_balanced_lines() {
        check("Noradrenaline", &["Noradrenaline"]);
        check("Neutrophils in the meninges", &["Neutrophils in", "the meninges"]);
        check("", &[""]);
    }

    #[test]
    fn endless_words_end_in_an_ellipsis() {
        let mut measure = Measure::default();
        let wrapped = measure.wrap(&"x".repeat(5_000));
        assert_eq!(wrapped.lines.len(), 1);
        assert!(wrapped.lines[0].ends_with('…') && wrapped.width <= 171.0, "{wrapped:?}");
        let many = measure.wrap(&"word ".repeat(500));
        assert!(many.lines.len() <= MAX_LINES && many.width <= 171.0, "{many:?}");
    }

    #[test]
    fn the_width_is_that_of_the_widest_line() {
        let mut measure = Measure::default();
        let wrapped = measure.wrap("Inflammation of the brain’s borders");
        let widest = wrapped.lines.iter().map(|line| measure.width(line)).fold(0.0, f32::max);
        assert!((wrapped.width - widest).abs() < 0.5);
    }
}
