//! What is said of a pathway as a whole.

use super::Extra;

/// What is said of a pathway as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// Version of the file format, major and minor.
    pub format: (u32, u32),
    /// Its stable name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about, in one paragraph.
    pub summary: String,
    /// Language of its texts, as a BCP 47 tag.
    pub language: String,
    /// Licence of its texts, as an SPDX expression.
    pub license: String,
    /// The day on which the evidence was last reviewed, `YYYY-MM-DD`.
    pub reviewed: String,
    /// Fields of a newer version, kept.
    pub extra: Extra,
}

impl Default for About {
    fn default() -> Self {
        Self {
            format: (1, 0),
            id: "untitled".to_owned(),
            title: "Untitled pathway".to_owned(),
            summary: String::new(),
            language: "en".to_owned(),
            license: String::new(),
            reviewed: String::new(),
            extra: Extra::new(),
        }
    }
}
