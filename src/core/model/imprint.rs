//! Who brought a book or a report out, and where.

use super::{one_line::one_line, venue::is_year};

/// Who brought something out, and where: `Oxford: Oxford University Press; 2010`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imprint {
    /// The place.
    pub place: Option<String>,
    /// The publisher, the university or the institution.
    pub publisher: String,
}

/// Reads a publisher with its place.
pub(super) fn imprint(text: &str) -> Imprint {
    let text = one_line(text);
    let text = text.split(';').next().unwrap_or_default().trim_end_matches(['.', ' ']);
    // The year has a field of its own.
    let text = text.rsplit_once(", ").filter(|(_, last)| is_year(last)).map_or(text, |(front, _)| front);
    match text.split_once(": ") {
        Some((place, publisher)) => Imprint { place: Some(place.to_owned()), publisher: publisher.to_owned() },
        None => Imprint { place: None, publisher: text.to_owned() },
    }
}
