//! Which look every item has in this frame.
//!
//! An item has one tone. Each rule below may give it one, in whatever order the rules are asked: the last in the order of
//! [`Tone`] holds. From the strongest to the weakest:
//!
//! 1. **Ghost**: a lens hides it, or the tour that is told has not come to it yet.
//! 2. **Centre**: the pointer is over it; or else, where nothing is pointed at and no answer is lit, its details are open.
//! 3. **Effect**, then **cause**, of the centre: links of a node that is the centre, and the nodes at their other ends;
//!    where a link is the centre, the nodes at its two ends.
//! 4. **Lit**: an answer, or the step of a tour, is about it, and nothing is pointed at.
//! 5. **Dim**: something else is the centre or lit. Not on the whole screen, where everything is part of the story, and not
//!    in a quiz, whose questions are asked of all that can be seen.
//! 6. **Plain**.
//!
//! The rest of a look holds beside any tone: what an answer says of it, also while something else is pointed at (of a node
//! only once the signal has come there), and whether it is picked, selected or focused.

use std::sync::Arc;

use super::signal::Signal;
use crate::{
    model::Pathway,
    paint::look::{Look, Tone},
    scene::{Scene, records::Records},
    session::{Comparison, Item, Lit, Session, View},
};

/// The look of every item, cards first, then wires, as the scene numbers them; and the tone of what nothing lights.
pub(crate) fn looks(scene: &Scene, session: &Session, signal: &Signal) -> (Vec<Look>, Tone) {
    let centre = centre(&scene.records, session);
    let plain = plain(centre, session);
    let looks = vec![Look { tone: plain, ..Look::default() }; scene.records.items.len()];
    let mut looks = Looks { records: &scene.records, looks };
    looks.compare(session);
    if let Some(lit) = session.lit() {
        looks.light(lit, session, signal);
    }
    if let Some(centre) = centre {
        looks.relate(centre, session.drawn());
    }
    looks.leave_traces(scene, session);
    looks.hold(session.view());
    (looks.looks, plain)
}

/// What the tones of the others are about.
fn centre<'a>(records: &Records, session: &'a Session) -> Option<&'a Item> {
    let view = session.view();
    let selected = || view.selected().filter(|_| session.lit().is_none());
    view.hover.as_ref().or_else(selected).filter(|item| records.place.contains_key(item))
}

/// The tone of what nothing lights.
fn plain(centre: Option<&Item>, session: &Session) -> Tone {
    let steady = session.presents() || session.teaching().quiz.is_some();
    let lit = session.lit().is_some() && session.view().hover.is_none();
    if !steady && (centre.is_some() || lit) { Tone::Dim } else { Tone::Plain }
}

/// The looks in the making.
struct Looks<'a> {
    records: &'a Records,
    /// Of each item.
    looks: Vec<Look>,
}

impl Looks<'_> {
    /// Says how what is drawn differs between two pathways that are compared, whatever else is asked meanwhile.
    fn compare(&mut self, session: &Session) {
        let drawn = session.drawn();
        // A slide tells the open pathway, and a quiz asks about it.
        let both = |comparison: &&Comparison| Arc::ptr_eq(comparison.both(), drawn) && !session.presents();
        let Some(comparison) = session.comparison().filter(both) else { return };
        for (item, look) in self.records.items.iter().zip(&mut self.looks) {
            look.mark = comparison.mark_of(item);
        }
    }

    /// Lights what an answer or a step is about, unless something is pointed at, and says what becomes of it.
    fn light(&mut self, lit: &Lit, session: &Session, signal: &Signal) {
        let lights = session.view().hover.is_none();
        for (item, look) in self.records.items.iter().zip(&mut self.looks) {
            let is_lit = match item {
                Item::Link(id) => {
                    look.mark = lit.link_marks.get(id).copied().or(look.mark);
                    lit.links.contains(id)
                }
                Item::Bundle(links) => links.iter().any(|id| lit.links.contains(id)),
                Item::Node(id) => {
                    let mark = lit.nodes.get(id).copied();
                    look.mark = mark.filter(|_| signal.has_reached(session, id)).or(look.mark);
                    mark.is_some()
                }
                Item::Lane(_) => session.nodes_of(item).iter().any(|id| lit.nodes.contains_key(id)),
            };
            if is_lit && lights {
                look.raise_to(Tone::Lit);
            }
        }
    }

    /// Shows the centre, and what is a cause or an effect of it.
    fn relate(&mut self, centre: &Item, pathway: &Pathway) {
        self.raise(centre, Tone::Centre);
        match centre {
            Item::Node(id) => {
                for link in pathway.causes_of(id) {
                    self.raise(&Item::Link(link.id.clone()), Tone::Cause);
                    self.raise(&Item::Node(link.from.clone()), Tone::Cause);
                }
                for link in pathway.effects_of(id) {
                    self.raise(&Item::Link(link.id.clone()), Tone::Effect);
                    self.raise(&Item::Node(link.to.clone()), Tone::Effect);
                }
            }
            Item::Link(id) => {
                if let Some(link) = pathway.link(id) {
                    self.raise(&Item::Node(link.from.clone()), Tone::Cause);
                    self.raise(&Item::Node(link.to.clone()), Tone::Effect);
                }
            }
            Item::Lane(_) | Item::Bundle(_) => {}
        }
    }

    /// Leaves no more than a trace of what a lens hides and of what is not told yet.
    fn leave_traces(&mut self, scene: &Scene, session: &Session) {
        let hidden = &session.lens().hidden;
        if !hidden.is_empty() {
            for (look, _) in self.looks.iter_mut().zip(scene.ghosts(hidden).iter()).filter(|(_, ghost)| **ghost) {
                look.raise_to(Tone::Ghost);
            }
        }
        if session.teaching().telling.is_some() {
            let items = &self.records.items;
            for (look, _) in self.looks.iter_mut().zip(items).filter(|(_, item)| session.is_untold(item)) {
                look.raise_to(Tone::Ghost);
            }
        }
    }

    /// Says what is picked, selected and focused.
    fn hold(&mut self, view: &View) {
        for id in &view.picked {
            self.change(&Item::Node(id.clone()), |look| look.picked = true);
        }
        if let Some(item) = view.selected() {
            self.change(item, |look| look.selected = true);
        }
        if let Some(item) = &view.focus {
            self.change(item, |look| look.focused = true);
        }
    }

    fn raise(&mut self, item: &Item, tone: Tone) {
        self.change(item, |look| look.raise_to(tone));
    }

    /// Changes the look of an item, if it is drawn.
    fn change(&mut self, item: &Item, change: impl FnOnce(&mut Look)) {
        if let Some(look) = self.records.place.get(item).and_then(|&i| self.looks.get_mut(i)) {
            change(look);
        }
    }
}

#[cfg(test)]
mod tests;
