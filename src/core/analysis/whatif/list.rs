//! Lists of simple routes, shortest first, within limits.

use crate::layout::base::{BreadthFirst, breadth_first};

use super::named::Named;

/// Bounds on a list of routes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Longest route, in links.
    pub(super) length: usize,
    /// Most routes to list.
    pub(super) routes: usize,
    /// Most links to look at.
    pub(super) steps: usize,
}

/// Simple routes, as links.
#[derive(Clone, Debug, Default)]
pub(super) struct Listed {
    /// Shortest first, then by the names of their links.
    pub(super) routes: Vec<Vec<u32>>,
    /// Whether these are all up to the longest length.
    pub(super) complete: bool,
}

/// The simple routes from any of `starts` to `target` over open links.
///
/// Depth-first search with the distance that is left as a bound, for longer and longer routes, so that what the limits
/// leave are the shortest ones.
pub(super) fn routes(named: &Named, open: &[bool], starts: &[u32], target: u32, limits: Limits) -> Listed {
    let left = breadth_first(named.node_count(), [target], |node| named.back(node, open));
    let Some(shortest) = starts.iter().filter_map(|&start| left.steps(start)).min() else {
        return Listed { routes: Vec::new(), complete: true };
    };
    let (mut bound, mut more, mut spent) = (shortest as usize, 2, 0);
    let mut listed = Listed::default();
    loop {
        bound = bound.min(limits.length);
        let mut search =
            Search { named, open, left: &left, target, bound, limits, spent, longer: false, found: Vec::new() };
        let finished = starts.iter().all(|&start| search.from(start));
        spent = search.spent;
        // A search that was stopped half-way has met routes of all lengths; the last whole one is fairer.
        if finished || listed.routes.is_empty() {
            listed.routes = search.found;
        }
        let last = !search.longer || bound >= limits.length;
        if !finished || last || listed.routes.len() >= limits.routes {
            listed.complete = finished && last;
            break;
        }
        bound += more;
        more *= 2;
    }
    let ids = |route: &Vec<u32>| route.iter().map(|&link| named.link(link)).collect::<Vec<_>>();
    listed.routes.sort_by_cached_key(|route| (route.len(), ids(route)));
    listed.routes.truncate(limits.routes);
    listed
}

struct Search<'a> {
    named: &'a Named,
    open: &'a [bool],
    /// The fewest links from each node to the target.
    left: &'a BreadthFirst,
    target: u32,
    bound: usize,
    limits: Limits,
    spent: usize,
    /// Whether a route was given up because it would be longer than the bound.
    longer: bool,
    found: Vec<Vec<u32>>,
}

impl Search<'_> {
    /// Lists the routes from one start; says whether it came to an end within the limits.
    fn from(&mut self, start: u32) -> bool {
        if start == self.target {
            self.found.push(Vec::new());
            return true;
        }
        if self.left.steps(start).is_none() {
            return true;
        }
        let mut on_path = vec![false; self.named.node_count()];
        on_path[start as usize] = true;
        // Each frame: a node, and which of its links comes next.
        let (mut stack, mut path) = (vec![(start, 0usize)], Vec::new());
        while let Some(frame) = stack.last_mut() {
            let (at, next) = *frame;
            frame.1 += 1;
            let Some(&link) = self.named.links_out(at).get(next) else {
                on_path[at as usize] = false;
                stack.pop();
                path.pop();
                continue;
            };
            self.spent += 1;
            if self.spent > self.limits.steps || self.found.len() > self.limits.routes {
                return false;
            }
            let to = self.named.to(link);
            let left = self.left.steps(to).filter(|_| self.open[link as usize] && !on_path[to as usize]);
            let Some(left) = left else { continue };
            if path.len() + 1 + left as usize > self.bound {
                self.longer = true;
            } else if to == self.target {
                self.found.push(path.iter().copied().chain([link]).collect());
            } else {
                on_path[to as usize] = true;
                path.push(link);
                stack.push((to, 0));
            }
        }
        true
    }
}
