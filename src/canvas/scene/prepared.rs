//! What a worker makes of a picture, so that the frame that shows it need not.

use std::sync::Arc;

use super::{detail::Details, more::More, occurs::Occurs, overview::Overview, records::Records};
use crate::{model::Pathway, picture::Picture};

/// Wires from which on all of it is worked out before the picture is shown: crossings and pills, what is seen from far,
/// which signs there are. Of fewer it takes no more than a part of a frame, once somebody comes near.
const MANY: usize = 1_000;

/// A picture with all that the canvas works out of it before it can draw it.
pub struct Prepared {
    picture: Arc<Picture>,
    pub(crate) records: Records,
    pub(crate) more: More,
}

impl Prepared {
    /// Prepares a picture of `pathway`; to be called on a worker.
    pub fn new(pathway: &Pathway, picture: &Arc<Picture>) -> Self {
        let records = Records::new(pathway, picture);
        let mut more = More::default();
        if records.wires.len() > MANY {
            more = More {
                details: Some(Arc::new(Details::new(&records, true))),
                overview: Overview::new(&records.wires).into(),
                occurs: Occurs::new(&records).into(),
            };
        }
        Self { picture: Arc::clone(picture), records, more }
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
            let More { details, overview, occurs } = prepared.more;
            assert_eq!(prepared.records.wires.len(), links);
            assert_eq!([details.is_some(), overview.get().is_some(), occurs.get().is_some()], [is_ready; 3]);
        }
    }
}
