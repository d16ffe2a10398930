//! What lies around a thing: its causes and effects, and theirs, by the number of links.

use super::store::Quarry;

/// What lies around a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Around {
    /// The thing.
    pub node: u32,
    /// What it leads to, the nearest first.
    pub effects: Vec<Ring>,
    /// What leads to it, the nearest first.
    pub causes: Vec<Ring>,
    /// Whether the search was cut short before all of it was looked at.
    pub is_cut: bool,
}

/// All that lies as many links away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ring {
    /// How many things there are.
    pub total: usize,
    /// The first of them with the link by which each is reached, those with most rows of the table first.
    pub listed: Vec<(u32, u32)>,
}

/// Bounds on how far is looked.
#[derive(Clone, Copy, Debug)]
pub struct Reach {
    /// The most links.
    pub steps: usize,
    /// The most things that are listed of each ring.
    pub listed: usize,
    /// The most links that are looked at, in each direction.
    pub looked_at: usize,
}

impl Default for Reach {
    fn default() -> Self {
        Self { steps: 1, listed: 50, looked_at: 4_000_000 }
    }
}

impl Quarry {
    /// What lies around a thing. A thing that can be reached in several ways lies in the nearest ring, by the first link of
    /// the table's pairs that leads there.
    pub fn around(&self, node: u32, reach: Reach) -> Around {
        let (effects, cut) = self.rings(node, reach, true);
        let (causes, also) = self.rings(node, reach, false);
        Around { node, effects, causes, is_cut: cut || also }
    }

    fn rings(&self, node: u32, reach: Reach, forward: bool) -> (Vec<Ring>, bool) {
        let mut seen = vec![false; self.node_count()];
        let (mut ring, mut rings, mut left) = (vec![node], Vec::new(), reach.looked_at);
        if let Some(own) = seen.get_mut(node as usize) {
            *own = true;
        }
        for _ in 0..reach.steps {
            let mut next = Vec::new();
            for &at in &ring {
                let degree = if forward { self.links_from(at).len() } else { self.links_to(at).len() };
                if degree > left {
                    self.close(&mut rings, &next, reach.listed);
                    return (rings, true);
                }
                left -= degree;
                let mut meet = |link: u32| {
                    let [from, to] = self.ends(link);
                    let end = if forward { to } else { from };
                    if !std::mem::replace(&mut seen[end as usize], true) {
                        next.push((end, link));
                    }
                };
                if forward {
                    self.links_from(at).for_each(&mut meet);
                } else {
                    self.links_to(at).iter().copied().for_each(&mut meet);
                }
            }
            if next.is_empty() {
                break;
            }
            self.close(&mut rings, &next, reach.listed);
            ring = next.into_iter().map(|(end, _)| end).collect();
        }
        (rings, false)
    }

    fn close(&self, rings: &mut Vec<Ring>, found: &[(u32, u32)], most: usize) {
        let mut listed = found.to_vec();
        listed.sort_by_key(|&(node, link)| (usize::MAX - self.row_count(link), node));
        listed.truncate(most);
        rings.push(Ring { total: found.len(), listed });
    }
}
