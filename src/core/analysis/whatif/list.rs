//! Lists of simple routes, shortest first, within limits.

use std::collections::VecDeque;

use super::web::Web;

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
    pub(super) routes: Vec<Vec<usize>>,
    /// Whether these are all up to the longest length.
    pub(super) complete: bool,
}

/// The simple routes from any of `starts` to `target` over open links.
///
/// Depth-first search with the distance that is left as a bound, for longer and longer routes, so that what the limits
/// leave are the shortest ones.
pub(super) fn routes(web: &Web, open: &[bool], starts: &[usize], target: usize, limits: Limits) -> Listed {
    let left = distances_to(web, open, target);
    let Some(shortest) = starts.iter().filter_map(|&start| left[start]).min() else {
        return Listed { routes: Vec::new(), complete: true };
    };
    let (mut bound, mut more, mut spent) = (shortest, 2, 0);
    let mut listed = Listed::default();
    loop {
        bound = bound.min(limits.length);
        let mut search =
            Search { web, open, left: &left, target, bound, limits, spent, longer: false, found: Vec::new() };
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
    listed.routes.sort_unstable_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    listed.routes.truncate(limits.routes);
    listed
}

/// The fewest links from each node to the target.
fn distances_to(web: &Web, open: &[bool], target: usize) -> Vec<Option<usize>> {
    let mut left = vec![None; web.names.len()];
    left[target] = Some(0);
    let mut queue = VecDeque::from([(target, 0)]);
    while let Some((at, steps)) = queue.pop_front() {
        for &link in web.links_into(at).iter().filter(|&&link| open[link]) {
            let from = web.arcs[link].from;
            if left[from].is_none() {
                left[from] = Some(steps + 1);
                queue.push_back((from, steps + 1));
            }
        }
    }
    left
}

struct Search<'a> {
    web: &'a Web,
    open: &'a [bool],
    left: &'a [Option<usize>],
    target: usize,
    bound: usize,
    limits: Limits,
    spent: usize,
    /// Whether a route was given up because it would be longer than the bound.
    longer: bool,
    found: Vec<Vec<usize>>,
}

impl Search<'_> {
    /// Lists the routes from one start; says whether it came to an end within the limits.
    fn from(&mut self, start: usize) -> bool {
        if start == self.target {
            self.found.push(Vec::new());
            return true;
        }
        if self.left[start].is_none() {
            return true;
        }
        let mut on_path = vec![false; self.web.names.len()];
        on_path[start] = true;
        // Each frame: a node, and which of its links comes next.
        let (mut stack, mut path) = (vec![(start, 0usize)], Vec::new());
        while let Some(frame) = stack.last_mut() {
            let (at, next) = *frame;
            frame.1 += 1;
            let Some(&link) = self.web.links_out(at).get(next) else {
                on_path[at] = false;
                stack.pop();
                path.pop();
                continue;
            };
            self.spent += 1;
            if self.spent > self.limits.steps || self.found.len() > self.limits.routes {
                return false;
            }
            let to = self.web.arcs[link].to;
            let Some(left) = self.left[to].filter(|_| self.open[link] && !on_path[to]) else { continue };
            if path.len() + 1 + left > self.bound {
                self.longer = true;
            } else if to == self.target {
                self.found.push(path.iter().copied().chain([link]).collect());
            } else {
                on_path[to] = true;
                path.push(link);
                stack.push((to, 0));
            }
        }
        true
    }
}
