//! What a worker makes of a picture, so that the frame that shows it need not.

use std::sync::Arc;

use super::{detail::Details, records::Records};
use crate::{model::Pathway, picture::Picture};

/// Wires from which on crossings and pills are worked out before the picture is shown: of fewer it takes no more than a
/// part of a frame, once somebody comes near.
const MANY: usize = 1_000;

/// A picture with all that the canvas works out of it before it can draw it.
pub struct Prepared {
    picture: Arc<Picture>,
    pub(crate) records: Records,
    pub(crate) details: Option<Arc<Details>>,
}

impl Prepared {
    /// Prepares a picture of `pathway`; to be called on a worker.
    pub fn new(pathway: &Pathway, picture: &Arc<Picture>) -> Self {
        let records = Records::new(pathway, picture);
        let details = (records.wires.len() > MANY).then(|| Arc::new(Details::new(&records, true)));
        Self { picture: Arc::clone(picture), records, details }
    }

    /// Whether it was worked out of this picture.
    pub(crate) fn is_of(&self, picture: &Arc<Picture>) -> bool {
        Arc::ptr_eq(&self.picture, picture)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::notation, picture::picture, text::Measure};

    #[test]
    fn what_takes_longer_than_a_frame_is_worked_out_beforehand() {
        for (links, is_ready) in [(MANY, false), (MANY + 1, true)] {
            let text: String = (0..links).map(|link| format!("n{} -> n{}; ", link % 40, (link * 7 + 1) % 40)).collect();
            let pathway = notation::parse(&text).expect("notation");
            let picture = Arc::new(picture(&pathway, &mut Measure::default(), 1.6));
            let prepared = Prepared::new(&pathway, &picture);
            assert_eq!((prepared.records.wires.len(), prepared.details.is_some()), (links, is_ready));
        }
    }
}
