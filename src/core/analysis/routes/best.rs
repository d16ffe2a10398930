//! The best supported route, found without listing any.

use crate::{analysis::web::Web, model::Grade};

/// The links of the route whose weakest grade is heaviest (the widest path of network routing); of those the shortest,
/// then the first by ids. Grades are few, so that a search for each that opens the way is quick enough.
pub(super) fn best(web: &Web, from: u32, to: u32) -> Option<Vec<u32>> {
    if from == to {
        return None;
    }
    Grade::ALL.iter().find_map(|&weakest| web.shortest(from, to, |link| web.grade(link) <= weakest))
}
