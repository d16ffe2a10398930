//! Where the bibliography guesses: names, venues and kinds of sources that could be read otherwise.

use super::{Subject, check::Check, shown};
use crate::model::{Name, Source, SourceKind};

impl Check<'_> {
    /// Says how what is not clear is read, and how to write it so that it is.
    pub(super) fn reading(&mut self, subject: &Subject, noun: &str, source: &Source) {
        for (text, name) in source.author_list().doubts {
            let read = match name {
                Name::Person { family, given, .. } => {
                    format!("is read as a person with the family name “{}”, first “{}”", shown(&family), shown(&given))
                }
                Name::Literal(_) => "is read as one name, such as that of a group".to_owned(),
            };
            let what = format!("“{}” among the authors of {noun} {read}", shown(&text));
            let hint = "write people as Family AB, with a comma between them".to_owned();
            self.warn(subject, Some("authors"), what, hint);
        }
        let venue = source.journal();
        let Some((kind, is_sure)) = source.publication() else { return };
        if !is_sure {
            let words: Vec<&str> = SourceKind::ALL.iter().map(|kind| kind.name()).collect();
            let what = format!("{noun} is taken for {}, since nothing says what it is", kind.noun());
            self.warn(subject, Some("venue"), what, format!("write kind: Some(...) with one of {}", words.join(", ")));
        } else if kind == SourceKind::Article && !venue.is_taken_apart() && holds_digits(&venue.journal) {
            let what = format!("“{}” is read as the name of a journal, with its numbers", shown(&venue.journal));
            let hint = "write the venue as Journal volume(issue):pages, such as Nat Commun 16(1):8153".to_owned();
            self.warn(subject, Some("venue"), what, hint);
        }
    }
}

fn holds_digits(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}
