//! Levels: the same thing said for pupils, for students, for researchers.

use super::Extra;

/// Whom a text is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Somebody at school, without words of the trade.
    Pupil,
    /// Somebody who studies the field.
    Student,
    /// Somebody who works in it.
    Researcher,
}

impl Level {
    /// Every level, the plainest first.
    pub const ALL: [Self; 3] = [Self::Pupil, Self::Student, Self::Researcher];

    /// The word in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pupil => "Pupil",
            Self::Student => "Student",
            Self::Researcher => "Researcher",
        }
    }

    /// The word on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Pupil => "pupil",
            Self::Student => "student",
            Self::Researcher => "researcher",
        }
    }
}

/// A text for one level, beside the text for everybody.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelText {
    /// Whom it is for.
    pub level: Level,
    /// What is said to them.
    pub text: String,
    /// Fields of a newer version, kept.
    pub extra: Extra,
}

/// What is said at a level: the text written for it, else the one for everybody.
pub(super) fn at_level<'a>(texts: &'a [LevelText], plain: &'a str, level: Option<Level>) -> &'a str {
    let own = texts.iter().find(|text| Some(text.level) == level && !text.text.trim().is_empty());
    own.map_or(plain, |own| &own.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_has_its_own_text_or_that_for_everybody() {
        let text = |level, text: &str| LevelText { level, text: text.to_owned(), extra: Extra::new() };
        let texts = [text(Level::Pupil, "short"), text(Level::Student, " "), text(Level::Pupil, "second")];
        let said = |level| at_level(&texts, "plain", level);
        assert_eq!([said(None), said(Some(Level::Pupil)), said(Some(Level::Student))], ["plain", "short", "plain"]);
        assert_eq!(said(Some(Level::Researcher)), "plain");
    }
}
