//! The panels that the left side can show.

/// What the left side shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SidePanel {
    /// The pathway as text.
    #[default]
    Outline,
    /// Questions about what follows from the pathway.
    Ask,
    /// Which links are shown.
    Lenses,
    /// Tours, quizzes and students' maps.
    Teach,
    /// The bibliography, by how much rests on each paper.
    Sources,
    /// What came of a file of another program.
    Report,
}
