//! What is said over the drawing.

/// A message. It lies over the drawing for a while; what matters can be read again in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Whether something went wrong.
    pub is_error: bool,
    /// Whether it matters after it was read: then the list keeps it.
    pub is_kept: bool,
    /// One sentence.
    pub text: String,
    /// What is wrong, line by line.
    pub lines: Vec<String>,
}

impl Message {
    /// Something to know.
    pub fn note(text: &str) -> Self {
        Self { is_error: false, is_kept: false, text: text.to_owned(), lines: Vec::new() }
    }

    /// Something to know, also later.
    pub fn news(text: &str) -> Self {
        Self { is_kept: true, ..Self::note(text) }
    }

    /// Something went wrong.
    pub fn error(text: &str) -> Self {
        Self::refusal(text, Vec::new())
    }

    /// Something could not be opened, and why.
    pub fn refusal(text: &str, lines: Vec<String>) -> Self {
        Self { is_error: true, is_kept: true, text: text.to_owned(), lines }
    }
}
