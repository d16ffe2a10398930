//! Made-up pathways with their pictures.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use pathlight::{
    model::Pathway,
    picture::{Picture, picture},
    text::Measure,
};

use crate::made_up;

/// A pathway and its picture.
pub(crate) type Drawn = (Arc<Pathway>, Arc<Picture>);

/// Pictures made so far in this run: the layout takes longer than what is measured.
static MADE: Mutex<BTreeMap<usize, Drawn>> = Mutex::new(BTreeMap::new());

/// The pathway of so many nodes, and its picture.
pub(crate) fn drawn(nodes: usize) -> Drawn {
    let mut made = MADE.lock().expect("no bench ends early");
    let make = || {
        let pathway = made_up::pathway(nodes);
        let picture = picture(&pathway, &mut Measure::default(), 1.75);
        (Arc::new(pathway), Arc::new(picture))
    };
    made.entry(nodes).or_insert_with(make).clone()
}
