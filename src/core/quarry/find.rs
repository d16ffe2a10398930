//! Names in a quarry: by a part of them, or the one that somebody means.

use super::{
    names::{Match, Typed},
    store::Quarry,
};

/// Names that answer to what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// How many there are.
    pub total: usize,
    /// The first of them: those that are like it, then those that begin so, then those that hold it; among equals those
    /// with most links.
    pub nodes: Vec<u32>,
}

impl Quarry {
    /// The names that hold a text, whatever its capitals, blanks and hyphens; at most so many are listed.
    pub fn names(&self, text: &str, most: usize) -> Found {
        let mut typed = Typed::new(text);
        let all = 0..self.node_count() as u32;
        let mut found: Vec<(Match, usize, u32)> = all
            .filter_map(|node| typed.matches(self.name(node)).map(|how| (how, usize::MAX - self.degree(node), node)))
            .collect();
        let total = found.len();
        if total > most && most > 0 {
            found.select_nth_unstable(most - 1);
        }
        found.truncate(most);
        found.sort_unstable();
        Found { total, nodes: found.into_iter().map(|(_, _, node)| node).collect() }
    }

    /// The thing that somebody means: the name letter for letter, else the one that is like it.
    ///
    /// # Errors
    /// Where there is none, or several: one sentence with those that come nearest.
    pub fn node(&self, text: &str) -> Result<u32, String> {
        if let Some(node) = self.names.find(text.trim()) {
            return Ok(node);
        }
        let mut typed = Typed::new(text);
        let named = |node: &u32| typed.matches(self.name(*node)) == Some(Match::Alike);
        let alike: Vec<u32> = (0..self.node_count() as u32).filter(named).take(6).collect();
        let quoted = |nodes: &[u32]| nodes.iter().map(|&node| format!("“{}”", self.name(node))).collect::<Vec<_>>();
        match alike.as_slice() {
            [one] => Ok(*one),
            [] => {
                let near = self.names(text, 5);
                let near = if near.nodes.is_empty() {
                    String::new()
                } else {
                    format!("; near it are {}", quoted(&near.nodes).join(", "))
                };
                Err(format!("nothing in the table is named “{}”{near}; look for a part of the name", text.trim()))
            }
            several => {
                let all = quoted(several).join(", ");
                Err(format!("several names are like “{}”: {all}; write one of them letter for letter", text.trim()))
            }
        }
    }

    /// How many links a thing has, in and out.
    pub fn degree(&self, node: u32) -> usize {
        self.links_from(node).len() + self.links_to(node).len()
    }
}
