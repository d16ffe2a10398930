//! Words that fit together: whom a study looked at.

use crate::grammar::{list, many};

/// The species of a study as people speak of them: `mice`, `people`, `mice, rats, and gerbils`.
pub fn species(names: &[String]) -> String {
    list(&names.iter().map(|name| many(name)).collect::<Vec<_>>())
}
