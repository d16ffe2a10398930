//! Feedback loops: every directed cycle up to a length, with what it does to itself.
//!
//! Cycles are listed by depth-first search from each node as a root, over the nodes that come after the root and
//! can reach it again within the steps left (the pruning idea of Johnson 1975, with distances in place of blocking
//! lists, which suits short cycles). The search keeps its own stack, so long chains cannot overflow the thread's.

use std::collections::{BTreeMap, VecDeque};

use crate::model::{Effect, LinkId, NodeId, Pathway, Reading};

/// Bounds on a search for loops.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Longest loop, in links.
    pub length: usize,
    /// Most loops to list.
    pub loops: usize,
    /// Most steps to take before giving up.
    pub steps: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { length: 12, loops: 10_000, steps: 2_000_000 }
    }
}

/// The loops of a pathway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loops {
    /// Shortest first, then by the names of their nodes; independent of the order of the file.
    pub loops: Vec<Loop>,
    /// Whether these are all loops up to the length asked for.
    pub complete: bool,
}

impl Loops {
    /// How many are of a kind.
    pub fn count(&self, kind: LoopKind) -> usize {
        self.loops.iter().filter(|l| l.kind == kind).count()
    }
}

/// One directed cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loop {
    /// Its nodes, from the one whose name sorts first.
    pub nodes: Vec<NodeId>,
    /// Its links; the first leads from the first node to the second.
    pub links: Vec<LinkId>,
    /// What it does to itself.
    pub kind: LoopKind,
}

/// What a loop does to itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LoopKind {
    /// The signs multiply to plus: a change feeds on itself.
    Reinforcing,
    /// The signs multiply to minus: a change is held back.
    Balancing,
    /// A link on it is mixed or unknown.
    Undecided,
}

impl LoopKind {
    /// The word on screen and in answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reinforcing => "reinforcing",
            Self::Balancing => "balancing",
            Self::Undecided => "undecided",
        }
    }
}

/// Finds every loop up to the limits. Links that have no effect carry nothing and close no loop.
pub fn loops(pathway: &Pathway, reading: Reading, limits: Limits) -> Loops {
    let web = Web::new(pathway, reading);
    let mut search = Search { web: &web, limits, steps: 0, found: Vec::new(), complete: true };
    for root in 0..web.names.len() {
        search.search_from(root);
    }
    let Search { mut found, complete, .. } = search;
    found.sort_by(|a, b| (a.nodes.len(), &a.nodes, &a.links).cmp(&(b.nodes.len(), &b.nodes, &b.links)));
    Loops { loops: found, complete }
}

/// The pathway as numbered nodes in the order of their names.
struct Web {
    names: Vec<NodeId>,
    out: Vec<Vec<Step>>,
    into: Vec<Vec<usize>>,
}

#[derive(Clone)]
struct Step {
    to: usize,
    link: LinkId,
    effect: Effect,
}

impl Web {
    fn new(pathway: &Pathway, reading: Reading) -> Self {
        let mut names: Vec<NodeId> = pathway.nodes().map(|node| node.id.clone()).collect();
        names.sort();
        let number: BTreeMap<&NodeId, usize> = names.iter().enumerate().map(|(i, id)| (id, i)).collect();
        let (mut out, mut into) = (vec![Vec::new(); names.len()], vec![Vec::new(); names.len()]);
        for link in pathway.links() {
            let effect = link.effect_in(reading);
            let ends = (number.get(&link.from), number.get(&link.to));
            let (Some(&from), Some(&to)) = ends else { continue };
            if effect != Effect::NoEffect {
                out[from].push(Step { to, link: link.id.clone(), effect });
                into[to].push(from);
            }
        }
        for steps in &mut out {
            steps.sort_by(|a, b| (a.to, &a.link).cmp(&(b.to, &b.link)));
        }
        Self { names, out, into }
    }

    /// Steps from each node back to `root` over nodes not before it; `None` where there is no way within `length`.
    fn distances_to(&self, root: usize, length: usize) -> Vec<Option<usize>> {
        let mut distance = vec![None; self.names.len()];
        distance[root] = Some(0);
        let mut queue = VecDeque::from([(root, 0)]);
        while let Some((at, steps)) = queue.pop_front() {
            if steps == length {
                continue;
            }
            for &from in &self.into[at] {
                if from > root && distance[from].is_none() {
                    distance[from] = Some(steps + 1);
                    queue.push_back((from, steps + 1));
                }
            }
        }
        distance
    }
}

struct Search<'a> {
    web: &'a Web,
    limits: Limits,
    steps: usize,
    found: Vec<Loop>,
    complete: bool,
}

impl Search<'_> {
    /// Lists the loops whose first node by name is `root`.
    fn search_from(&mut self, root: usize) {
        let distance = self.web.distances_to(root, self.limits.length);
        let mut on_path = vec![false; self.web.names.len()];
        // Each frame: a node, and which of its links comes next.
        let mut stack = vec![(root, 0usize)];
        on_path[root] = true;
        while let Some(&(at, next)) = stack.last() {
            if self.steps >= self.limits.steps || self.found.len() >= self.limits.loops {
                self.complete = false;
                return;
            }
            let Some(step) = self.web.out[at].get(next) else {
                on_path[at] = false;
                stack.pop();
                continue;
            };
            self.steps += 1;
            let depth = stack.len();
            if let Some(frame) = stack.last_mut() {
                frame.1 += 1;
            }
            if step.to == root {
                self.keep(&stack);
            } else if !on_path[step.to] && distance[step.to].is_some_and(|back| depth + back <= self.limits.length) {
                on_path[step.to] = true;
                stack.push((step.to, 0));
            }
        }
    }

    /// Keeps the loop that the stack spells; each frame has just moved past the link that it takes.
    fn keep(&mut self, stack: &[(usize, usize)]) {
        let steps: Vec<&Step> = stack.iter().map(|&(at, next)| &self.web.out[at][next - 1]).collect();
        let sign = steps.iter().try_fold(1i8, |sign, step| step.effect.sign().map(|s| s * sign));
        self.found.push(Loop {
            nodes: stack.iter().map(|&(at, _)| self.web.names[at].clone()).collect(),
            links: steps.iter().map(|step| step.link.clone()).collect(),
            kind: match sign {
                Some(1) => LoopKind::Reinforcing,
                Some(_) => LoopKind::Balancing,
                None => LoopKind::Undecided,
            },
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::notation;

    fn found(text: &str, limits: Limits) -> Loops {
        loops(&notation::parse(text).expect("the test's own notation"), Reading::Shown, limits)
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let spelled = |l: &Loop| {
            let nodes: Vec<&str> = l.nodes.iter().map(NodeId::as_str).collect();
            format!("{} {}", nodes.join(" "), l.kind.name())
        };
        assert_eq!(found(text, Limits::default()).loops.iter().map(spelled).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn signs_multiply_around_a_loop() {
        check("a -> b -> c", &[]);
        check("a -> b -> a", &["a b reinforcing"]);
        check("a -| b -| a", &["a b reinforcing"]);
        check("a -> b -| a", &["a b balancing"]);
        check("a -> b -? a", &["a b undecided"]);
        check("a -> b -<> a", &["a b undecided"]);
        check("a -> b -0 a", &[]);
        check("a -> a; a -| a", &["a reinforcing", "a balancing"]);
        check("a -> b; a -| b; b -> a", &["a b reinforcing", "a b balancing"]);
        check("b -> c -> a -> b; c -| b", &["b c balancing", "a b c reinforcing"]);
    }

    #[test]
    fn the_order_of_the_file_does_not_matter() {
        let one = found("a -> b -> c -> a; b -> a", Limits::default());
        let other = found("b -> a; c -> a; b -> c; a -> b", Limits::default());
        assert_eq!(one, other);
    }

    #[test]
    fn limits_are_kept_and_said() {
        let ring = "a -> b -> c -> d -> a";
        assert!(found(ring, Limits { length: 3, ..Limits::default() }).loops.is_empty());
        assert_eq!(found(ring, Limits { length: 4, ..Limits::default() }).loops.len(), 1);
        let two = found("a -> a; b -> b; c -> c", Limits { loops: 2, ..Limits::default() });
        assert_eq!((two.loops.len(), two.complete), (2, false));
    }

    proptest::proptest! {
        /// Against brute force: every simple cycle, found by walking from its smallest node.
        #[test]
        fn agrees_with_brute_force(links in proptest::collection::vec((0u8..5, 0u8..5), 0..14)) {
            let text: String = links.iter().map(|(a, b)| format!("n{a} -> n{b}\n")).collect();
            let pathway = notation::parse(&text).expect("the test's own notation");
            let answer = loops(&pathway, Reading::Shown, Limits::default());
            let mut names: Vec<String> = answer.loops.iter().map(|l| l.links.iter().map(|x| format!("{x} ")).collect()).collect();
            names.sort();
            let mut brute = Vec::new();
            for node in pathway.nodes() {
                walk(&pathway, &node.id, &mut vec![node.id.clone()], &mut Vec::new(), &mut brute);
            }
            brute.sort();
            proptest::prop_assert_eq!(names, brute);
        }
    }

    fn walk(
        pathway: &Pathway,
        root: &NodeId,
        path: &mut Vec<NodeId>,
        links: &mut Vec<String>,
        found: &mut Vec<String>,
    ) {
        let at = path.last().expect("a path has a node").clone();
        for link in pathway.effects_of(&at) {
            links.push(format!("{} ", link.id));
            if link.to == *root {
                found.push(links.concat());
            } else if link.to > *root && !path.contains(&link.to) {
                path.push(link.to.clone());
                walk(pathway, root, path, links, found);
                path.pop();
            }
            links.pop();
        }
    }
}
