//! What goes in and out of operators and processes, so that arrows can be joined through them.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::Node;

use super::glyphs::{Glyphs, Role};
use crate::{
    draft::{End, ThingId},
    xml,
};

/// The most causes behind one operator, and things at either side of one process.
const MAX_SIDE: usize = 100;

/// Something that acts, perhaps through operators.
pub(super) struct Cause {
    pub(super) thing: ThingId,
    /// Whether an odd number of `not` stands between.
    pub(super) turned: bool,
    pub(super) through: bool,
}

/// A process with what it turns into what.
pub(super) struct Conversion {
    pub(super) id: String,
    pub(super) consumed: Vec<ThingId>,
    pub(super) made: Vec<ThingId>,
}

/// Operators and processes with what goes in and out.
pub(super) struct Hubs<'a> {
    inputs: BTreeMap<&'a str, Vec<Role<'a>>>,
    consumed: BTreeMap<&'a str, Vec<ThingId>>,
    made: BTreeMap<&'a str, Vec<ThingId>>,
    nots: BTreeSet<&'a str>,
}

impl<'a> Hubs<'a> {
    /// Sorts the arcs that belong to hubs.
    pub(super) fn new(glyphs: &Glyphs<'a>, arcs: &[Node<'a, '_>]) -> Self {
        let (mut inputs, mut consumed, mut made) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut nots = BTreeSet::new();
        for arc in arcs {
            let [source, target] =
                ["source", "target"].map(|end| xml::attribute(*arc, end).and_then(|id| glyphs.role(id)));
            match (xml::attribute(*arc, "class").unwrap_or_default(), source, target) {
                ("logic arc", Some(input), Some(Role::Operator(operator))) => {
                    add(&mut inputs, operator, input);
                    if glyphs.turns(operator) {
                        nots.insert(operator);
                    }
                }
                ("consumption", Some(Role::Thing(thing)), Some(Role::Process(process))) => {
                    add(&mut consumed, process, thing);
                }
                ("production", Some(Role::Process(process)), Some(Role::Thing(thing))) => {
                    add(&mut made, process, thing);
                }
                _ => {}
            }
        }
        Self { inputs, consumed, made, nots }
    }

    /// What stands behind an operator; operators that feed each other in a circle are passed once.
    pub(super) fn causes(&self, operator: &'a str) -> Vec<Cause> {
        let mut open = vec![(operator, self.nots.contains(operator))];
        let mut seen = BTreeSet::from([(operator, self.nots.contains(operator))]);
        let mut found = BTreeSet::new();
        while let Some((operator, turned)) = open.pop() {
            for input in self.inputs.get(operator).into_iter().flatten() {
                match *input {
                    Role::Thing(thing) if found.len() < MAX_SIDE => {
                        found.insert((thing, turned));
                    }
                    Role::Operator(inner) if seen.len() < MAX_SIDE => {
                        let next = (inner, turned != self.nots.contains(inner));
                        if seen.insert(next) {
                            open.push(next);
                        }
                    }
                    _ => {}
                }
            }
        }
        found.into_iter().map(|(thing, turned)| Cause { thing, turned, through: true }).collect()
    }

    /// What a process makes.
    pub(super) fn made(&self, process: &str) -> &[ThingId] {
        self.made.get(process).map_or(&[], Vec::as_slice)
    }

    /// What something acts on that acts on a process, how, and whether that turns its sign: more of a process that makes
    /// nothing leaves less of what it consumes.
    pub(super) fn acted_on(&self, process: &str) -> Vec<(End, &'static str, bool)> {
        let made = self.made(process);
        if made.is_empty() {
            let consumed = self.consumed.get(process).into_iter().flatten();
            return consumed.map(|&thing| (End::Thing(thing), " of a loss", true)).collect();
        }
        made.iter().map(|&thing| (End::Thing(thing), " of a process", false)).collect()
    }

    /// The processes that turn something into something.
    pub(super) fn conversions(&self) -> Vec<Conversion> {
        let both = self.made.iter().filter_map(|(id, made)| Some((id, made, self.consumed.get(id)?)));
        let made = both.map(|(id, made, consumed)| Conversion {
            id: (*id).to_owned(),
            consumed: consumed.clone(),
            made: made.clone(),
        });
        made.collect()
    }
}

fn add<'a, T: PartialEq>(sides: &mut BTreeMap<&'a str, Vec<T>>, hub: &'a str, item: T) {
    let side = sides.entry(hub).or_default();
    if side.len() < MAX_SIDE && !side.contains(&item) {
        side.push(item);
    }
}
