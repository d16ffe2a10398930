//! Breaks a label into few balanced lines and says how large they are.

use std::ops::Range;

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

/// How many lines a label may take: as few of these as it needs.
const LINES: [usize; 4] = [2, 3, 4, 6];
/// Of a label that needs more than all of them: how many lines of its beginning and of its end are shown.
const SHOWN: [usize; 2] = [4, 2];
/// Height of a line, as a share of the size of its text.
const LINE: f32 = 1.22;

/// Widths that are tried for a label, in px: the narrowest that needs no more than the wanted lines wins.
const WIDTHS: [f32; 5] = [84.0, 100.0, 118.0, 140.0, 170.0];

/// Most letters of a word that are looked at.
const LONGEST_WORD: usize = 400;

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

    /// Breaks a label at spaces into one to six lines that are about equally long; a word that is wider than the widest line
    /// is broken where that is full. Of a label that needs more lines the beginning and the end are shown, with an ellipsis
    /// between them, so that labels that differ in either stay different.
    pub fn wrap(&mut self, label: &str) -> Wrapped {
        let limit = WIDTHS.last().copied().unwrap_or_default();
        let words: Vec<String> = label.split_whitespace().flat_map(|word| self.broken(word, limit)).collect();
        let apart = self.width("a b") - self.width("ab");
        let pieces: Vec<Piece> = words.iter().map(|word| Piece { apart, width: self.width(word) }).collect();
        let widest = pieces.iter().map(|piece| piece.width).fold(0.0, f32::max);
        let fits = |most: usize| {
            let wide = WIDTHS.iter().filter(|limit| widest <= **limit);
            wide.map(|limit| filled(&pieces, *limit)).find(|lines| (1..=most).contains(&lines.len()))
        };
        let lines = LINES.into_iter().find_map(fits).unwrap_or_else(|| filled(&pieces, limit));
        let text = |line: Range<usize>| words.get(line).unwrap_or_default().join(" ");
        let lines = self.ends(lines.into_iter().map(text).collect(), limit);
        let width = lines.iter().map(|line| self.width(line)).fold(0.0, f32::max);
        Wrapped { lines, width, line_height: (LABEL_SIZE * LINE).round() }
    }

    /// A word in pieces that are no wider than `limit`; one that is all of it, as nearly every word is.
    fn broken(&mut self, word: &str, limit: f32) -> Vec<String> {
        if self.width(word) <= limit {
            return vec![word.to_owned()];
        }
        let (mut pieces, mut piece) = (Vec::new(), String::new());
        for letter in word.chars().take(LONGEST_WORD) {
            piece.push(letter);
            if self.width(&piece) > limit {
                piece.pop();
                pieces.push(std::mem::replace(&mut piece, letter.to_string()));
            }
        }
        pieces.push(piece);
        pieces
    }

    /// All lines, or the first and the last of too many, with an ellipsis between.
    fn ends(&mut self, mut lines: Vec<String>, limit: f32) -> Vec<String> {
        let [first, last] = SHOWN;
        if lines.is_empty() {
            lines.push(String::new());
        }
        if lines.len() > first + last {
            lines.drain(first..lines.len() - last);
            if let Some(line) = lines.get_mut(first - 1) {
                self.cut(line, limit);
            }
        }
        lines
    }

    /// Puts an ellipsis at the end of a line, in the place of letters where there is no room for it.
    fn cut(&mut self, line: &mut String, limit: f32) {
        line.push('…');
        while self.width(line) > limit && line.chars().nth(1).is_some() {
            line.pop();
            line.pop();
            line.push('…');
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
    fn long_labels_take_the_lines_that_they_need_and_stay_different() {
        let begin = "Decreased glucocorticoid receptor-mediated";
        let [a, b] = ["suppression of nuclear factor kappa B", "induction of annexin A1 in monocytes"];
        let mut measure = Measure::default();
        let mut whole = |label: String| {
            let wrapped = measure.wrap(&label);
            assert!(wrapped.lines.len() <= 6 && wrapped.width <= 170.5, "{wrapped:?}");
            assert_eq!(wrapped.lines.join(" "), label);
        };
        for end in [a, b] {
            whole(format!("{begin} {end}"));
        }
        // A word that no line has room for is broken, and nothing of it is lost.
        let word = "glycerophosphocholine-acetylcholine-transporter";
        let wrapped = measure.wrap(word);
        assert!(wrapped.lines.len() > 1 && wrapped.width <= 170.5, "{wrapped:?}");
        assert_eq!(wrapped.lines.concat(), word);
    }

    #[test]
    fn endless_labels_show_their_beginning_and_their_end() {
        let mut measure = Measure::default();
        for label in ["x".repeat(5_000), "word ".repeat(500)] {
            let wrapped = measure.wrap(&label);
            assert!(wrapped.lines.len() == 6 && wrapped.width <= 170.5, "{wrapped:?}");
            assert!(wrapped.lines[3].ends_with('…'), "{wrapped:?}");
        }
        let [a, b] =
            ["in the morning", "at night"].map(|end| measure.wrap(&format!("{}{end}", "again and ".repeat(30))));
        assert_ne!(a.lines, b.lines);
    }

    #[test]
    fn the_width_is_that_of_the_widest_line() {
        let mut measure = Measure::default();
        let wrapped = measure.wrap("Inflammation of the brain’s borders");
        let widest = wrapped.lines.iter().map(|line| measure.width(line)).fold(0.0, f32::max);
        assert!((wrapped.width - widest).abs() < 0.5);
    }
}
