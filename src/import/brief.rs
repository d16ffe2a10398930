//! Texts of foreign files inside of sentences.

/// A text as part of a sentence that may be said many times: on one line, and of so many characters at most that a file
/// cannot grow by it.
pub(crate) fn brief(text: &str) -> String {
    const LONGEST: usize = 160;
    let mut out = crate::model::one_line(&text.chars().take(LONGEST).collect::<String>());
    if text.chars().nth(LONGEST).is_some() {
        out.push('…');
    }
    out
}
