//! Whether a file says what it was written to say.

use super::{Problem, ron};
use crate::model::Pathway;

/// Checks that the bytes of a file hold a pathway, with at most so many errors.
///
/// # Errors
/// One sentence without its full stop: what would be wrong with the file.
pub fn verify(bytes: &[u8], pathway: &Pathway, errors: usize) -> Result<(), String> {
    let said = |problem: &Problem| format!("it could not be opened again: {}; {}", problem.what, problem.hint);
    let opened = ron::open(bytes).map_err(|problems| problems.first().map(said).unwrap_or_default())?;
    let mut found = opened.problems.iter().filter(|problem| problem.is_error());
    if let Some(first) = found.nth(errors) {
        return Err(said(first));
    }
    if opened.pathway == *pathway { Ok(()) } else { Err("it would say something else when it is opened again".into()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{formats::save, model::notation};

    #[test]
    fn a_file_with_one_wrong_bit_is_refused_or_says_the_same() {
        let pathway = notation::parse("stress -> marrow -| calm").expect("notation");
        let text = save(&pathway);
        assert_eq!(verify(text.as_bytes(), &pathway, 0), Ok(()));
        let mut refused = 0;
        for at in 0..text.len() {
            for bit in 0..8 {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                let is_same = ron::open(&bytes).is_ok_and(|opened| opened.pathway == pathway);
                let verdict = verify(&bytes, &pathway, 0);
                assert!(verdict.is_err() || is_same, "byte {at}, bit {bit}");
                refused += usize::from(verdict.is_err());
            }
        }
        assert!(refused > text.len() * 5, "{refused} of {}", text.len() * 8);
    }

    #[test]
    fn a_file_that_would_have_errors_is_refused() {
        let mut about = notation::parse("stress -> marrow").expect("notation").about().clone();
        about.id = "Not An Id".to_owned();
        let pathway = Pathway::from_parts(crate::model::Parts { about, ..Default::default() }, Vec::new());
        let why = verify(save(&pathway).as_bytes(), &pathway, 0).expect_err("it has an error");
        assert!(why.contains("Not An Id") && !why.contains('\n'), "{why}");
        assert_eq!(verify(save(&pathway).as_bytes(), &pathway, 1), Ok(()));
    }
}
