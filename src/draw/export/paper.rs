//! Sizes of paper, and how a drawing is set on it.

/// A size of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 297 by 420 mm.
    A3,
    /// 420 by 594 mm.
    A2,
    /// 594 by 841 mm.
    A1,
    /// 841 by 1189 mm.
    A0,
    /// 8.5 by 11 inches.
    Letter,
}

impl Paper {
    /// The sizes of ISO 216, from small to large.
    pub const ISO: [Self; 5] = [Self::A4, Self::A3, Self::A2, Self::A1, Self::A0];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::A3 => "A3",
            Self::A2 => "A2",
            Self::A1 => "A1",
            Self::A0 => "A0",
            Self::Letter => "Letter",
        }
    }

    /// Width and height upright, in points of 1/72 inch.
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.0, 842.0),
            Self::A3 => (842.0, 1191.0),
            Self::A2 => (1191.0, 1684.0),
            Self::A1 => (1684.0, 2384.0),
            Self::A0 => (2384.0, 3370.0),
            Self::Letter => (612.0, 792.0),
        }
    }

    /// Width and height, lying on its side where `wide`.
    pub fn turned(self, wide: bool) -> (f32, f32) {
        let (w, h) = self.size();
        if wide { (h, w) } else { (w, h) }
    }
}

/// How a drawing is set on paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Print {
    /// The size of paper.
    pub paper: Paper,
    /// On its side in any case; else the side on which the drawing is larger.
    pub landscape: bool,
    /// Also as large as it can be read, in parts on several sheets to be glued together.
    pub tiles: bool,
}

impl From<Paper> for Print {
    fn from(paper: Paper) -> Self {
        Self { paper, ..Self::default() }
    }
}
