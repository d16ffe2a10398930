//! What every route must pass: the dominators of its end and the bridges on the way, in linear time.

use crate::analysis::web::Web;

/// The nodes between two ends and the links that every route passes, in the order of the way.
pub(in crate::analysis) struct Must {
    /// Nodes, ends left out.
    pub(in crate::analysis) nodes: Vec<u32>,
    /// Links.
    pub(in crate::analysis) links: Vec<u32>,
}

/// What every route between two nodes passes; `None` where there is no route.
///
/// One shortest route is walked from its start. From what has been walked, everything is reached that can be without
/// the route's own links. How far along the route that leads back decides: what lies before cannot be left out, as
/// every way round would have had to come back behind it.
pub(in crate::analysis) fn must(web: &Web, from: u32, to: u32) -> Option<Must> {
    if from == to {
        return None;
    }
    let route = web.shortest(from, to, |_| true)?;
    let mut place = vec![None; web.node_count()];
    place[from as usize] = Some(0);
    for (index, &link) in route.iter().enumerate() {
        place[web.to(link) as usize] = Some(index as u32 + 1);
    }
    let mut must = Must { nodes: Vec::new(), links: Vec::new() };
    let mut detours = Detours { seen: vec![false; web.node_count()], furthest: 0 };
    for (index, &link) in (0u32..).zip(&route) {
        if index > 0 && detours.furthest <= index {
            must.nodes.push(web.from(link));
        }
        detours.leave(web, link, &place);
        if detours.furthest <= index {
            must.links.push(link);
        }
    }
    Some(must)
}

/// What can be reached off the route.
struct Detours {
    seen: Vec<bool>,
    /// The farthest place on the route where a detour has come back.
    furthest: u32,
}

impl Detours {
    /// Follows everything that leads off the route where `own`, the route's next link, begins.
    fn leave(&mut self, web: &Web, own: u32, place: &[Option<u32>]) {
        let mut rest = vec![web.from(own)];
        while let Some(at) = rest.pop() {
            for link in web.links_from(at).filter(|&link| link != own) {
                let next = web.to(link) as usize;
                if let Some(place) = place[next] {
                    self.furthest = self.furthest.max(place);
                } else if !std::mem::replace(&mut self.seen[next], true) {
                    rest.push(next as u32);
                }
            }
        }
    }
}
