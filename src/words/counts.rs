//! Numbers with what they count.

use pathlight_grammar::count;

/// `1 node`, `2 nodes`.
pub fn nodes(n: usize) -> String {
    count(n, "node", "nodes")
}

/// `1 link`, `2 links`.
pub fn links(n: usize) -> String {
    count(n, "link", "links")
}

/// `1 source`, `2 sources`.
pub fn sources(n: usize) -> String {
    count(n, "source", "sources")
}

/// `1 cause`, `2 causes`.
pub fn causes(n: usize) -> String {
    count(n, "cause", "causes")
}

/// `1 effect`, `2 effects`.
pub fn effects(n: usize) -> String {
    count(n, "effect", "effects")
}

/// `1 loop`, `2 loops`.
pub fn loops(n: usize) -> String {
    count(n, "loop", "loops")
}

/// `1 route`, `2 routes`.
pub fn routes(n: usize) -> String {
    count(n, "route", "routes")
}

/// `1 difference`, `2 differences`.
pub fn differences(n: usize) -> String {
    count(n, "difference", "differences")
}

/// `1 problem`, `2 problems`.
pub fn problems(n: usize) -> String {
    count(n, "problem", "problems")
}

/// `1 remark`, `2 remarks`.
pub fn remarks(n: usize) -> String {
    count(n, "remark", "remarks")
}
