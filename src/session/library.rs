//! The pathways that come with the program, packed by `build.rs` and compiled in.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    formats,
    model::{Node, NodeId, Pathway},
    packed::unpacked,
    words,
};

/// A pathway that comes with the program.
#[derive(Clone, Copy, Debug)]
pub struct Bundled {
    /// Its id, by which the command line and the library name it.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its file, packed.
    packed: &'static [u8],
}

impl Bundled {
    /// Its file.
    pub fn text(&self) -> String {
        String::from_utf8(unpacked(self.packed)).unwrap_or_default()
    }
}

macro_rules! bundled {
    ($id:literal, $title:expr) => {
        Bundled { id: $id, title: $title, packed: include_bytes!(concat!(env!("OUT_DIR"), "/", $id, ".pathway.ron")) }
    };
}

// A static: as a constant each member that reads it would hold the files once more.
static ALL: [Bundled; 6] = [
    bundled!("skull-marrow", words::library::SKULL_MARROW),
    bundled!("microglia", words::library::MICROGLIA),
    bundled!("inflammation-drive", words::library::INFLAMMATION_DRIVE),
    bundled!("depression-overview", words::library::DEPRESSION_OVERVIEW),
    bundled!("antidepressants", words::library::ANTIDEPRESSANTS),
    bundled!("atlas", words::library::ATLAS),
];

/// Every bundled pathway; the first is the one that opens at the first start.
pub fn all() -> &'static [Bundled] {
    &ALL
}

/// A node of another pathway, to be taken over from there.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// The node.
    pub node: Arc<Node>,
    /// Where it is.
    pub pathway: Arc<Pathway>,
}

/// The nodes of a pathway, to be taken over from there.
pub fn known_in(pathway: Pathway) -> Vec<Known> {
    let pathway = Arc::new(pathway);
    pathway.nodes().map(|node| Known { node: Arc::clone(node), pathway: Arc::clone(&pathway) }).collect()
}

/// Which bundled pathways have which nodes; empty until the library has been read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    places: BTreeMap<NodeId, Vec<&'static str>>,
    known: Arc<Vec<Known>>,
}

impl Index {
    /// Whether nothing is known yet.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Every node once, from the first pathway that has it.
    pub fn known(&self) -> &Arc<Vec<Known>> {
        &self.known
    }

    /// The bundled pathways that have a node, in the order of the library.
    pub fn with(&self, node: &NodeId) -> impl Iterator<Item = &'static Bundled> {
        self.places.get(node).map_or(&[][..], Vec::as_slice).iter().filter_map(|id| find(id))
    }
}

/// Which bundled pathways have which nodes. Reads every file, so it belongs on a worker.
pub fn index() -> Index {
    let (mut places, mut known) = (BTreeMap::<NodeId, Vec<&'static str>>::new(), Vec::new());
    for bundled in &ALL {
        let Ok(opened) = formats::open(bundled.text().as_bytes()) else { continue };
        for found in known_in(opened.pathway) {
            let there = places.entry(found.node.id.clone()).or_default();
            there.push(bundled.id);
            if there.len() == 1 {
                known.push(found);
            }
        }
    }
    Index { places, known: Arc::new(known) }
}

/// The bundled pathway of that id.
pub fn find(id: &str) -> Option<&'static Bundled> {
    ALL.iter().find(|bundled| bundled.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_titles_are_those_of_the_files() {
        for bundled in all() {
            let opened = formats::open(bundled.text().as_bytes()).expect("bundled files open");
            assert_eq!(opened.pathway.about().id, bundled.id);
            assert_eq!(opened.pathway.about().title, bundled.title);
        }
    }
}
