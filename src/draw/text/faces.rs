//! Fonts beside the bundled ones, for scripts that those lack: found on a system by whoever may touch it, given here.

use skrifa::FontRef;

/// Fonts for the characters that the bundled ones lack, in order. Where it is empty, everything is as the bundled fonts
/// alone have it, to the byte.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faces(Vec<Face>);

/// A font of a file.
#[derive(Clone, Copy, Debug, Eq)]
pub(super) struct Face {
    pub(super) bytes: &'static [u8],
    pub(super) index: u32,
}

impl PartialEq for Face {
    /// The same font, not one of the same bytes: this is asked often, and fonts take megabytes.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.bytes, other.bytes) && self.index == other.index
    }
}

impl Faces {
    /// Adds the font with a number in a file, if it is one.
    ///
    /// It is kept until the program ends: whatever is drawn may need it, and each is added once.
    #[must_use]
    pub fn with(mut self, file: Vec<u8>, index: u32) -> Self {
        if FontRef::from_index(&file, index).is_ok() {
            self.0.push(Face { bytes: Vec::leak(file), index });
        }
        self
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn fonts(&self) -> impl Iterator<Item = FontRef<'static>> {
        self.0.iter().filter_map(|face| FontRef::from_index(face.bytes, face.index).ok())
    }

    pub(super) fn files(&self) -> &[Face] {
        &self.0
    }
}
