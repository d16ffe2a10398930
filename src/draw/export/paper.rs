//! Sizes of paper.

/// A size of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl Paper {
    /// Width and height upright, in points of 1/72 inch.
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.0, 842.0),
            Self::Letter => (612.0, 792.0),
        }
    }

    /// Width and height, lying on its side where `wide`.
    pub fn turned(self, wide: bool) -> (f32, f32) {
        let (w, h) = self.size();
        if wide { (h, w) } else { (w, h) }
    }
}
