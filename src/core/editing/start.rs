//! A pathway that begins.

use crate::model::{About, Extra, Lane, LaneId, Parts, Pathway, notation::id_from, one_line};

/// A pathway with a title and one lane, and nothing in it yet. Its id is made from the title.
pub fn blank(title: &str) -> Pathway {
    let title = one_line(title);
    let about = About::default();
    let about = if title.is_empty() { about } else { About { id: id_from(&title), title, ..about } };
    let lane = Lane { id: LaneId::new("all"), label: "All".to_owned(), extra: Extra::new() };
    Pathway::from_parts(Parts { about, lanes: vec![lane], ..Parts::default() }, Vec::new())
}
