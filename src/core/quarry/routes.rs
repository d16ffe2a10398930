//! Routes through a quarry: what leads from here to there within some links.
//!
//! From the end a search goes backwards for half of the way, and from the start the routes go forwards: a step is only
//! taken where the end can still be reached, as far as the backward half knows (the idea of searching from both sides,
//! Pohl 1971, with all routes in place of one). Routes are found by length, the shortest first, so that what a bound cuts
//! is the longest. All work is counted in links that were looked at.

use super::store::Quarry;
use crate::{
    analysis::{routes::Net, web::CutBy},
    model::Effect,
};

/// Bounds on a search for routes.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The longest route, in links.
    pub length: usize,
    /// How many are listed.
    pub number: usize,
    /// How many links are looked at before it is given up.
    pub looked_at: usize,
    /// Whether only links that raise or lower are taken.
    pub signed: bool,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { length: 4, number: 1_000, looked_at: 4_000_000, signed: false }
    }
}

/// The longest route that may be asked for, in links.
pub const LONGEST: usize = 12;

/// What leads from one thing to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routes {
    /// The routes, the shortest first, equal ones in the order in which the table mentions their things.
    pub routes: Vec<Route>,
    /// What cut the list short, where something did. Routes of more than the length that was asked for are not meant.
    pub cut_by: Option<CutBy>,
}

/// A way from one thing to another that passes none twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Its links, in order.
    pub links: Vec<u32>,
    /// What more of the cause does to the effect along it.
    pub effect: Net,
}

/// How far the end is, where it is not known.
const FAR: u8 = u8::MAX;

/// How many links can be looked at one after another while one is searched for among many.
const DEARER: usize = 8;

impl Quarry {
    /// The routes from one thing to another.
    pub fn routes(&self, from: u32, to: u32, bounds: Bounds) -> Routes {
        let length = bounds.length.min(LONGEST);
        let mut search = Search {
            quarry: self,
            bounds,
            to,
            near: vec![FAR; self.node_count()],
            known: length / 2,
            looked_at: 0,
            length: 0,
            way: Vec::new(),
            on_way: vec![false; self.node_count()],
            routes: Vec::new(),
        };
        let search_all = |search: &mut Search| -> Result<(), CutBy> {
            search.backwards()?;
            (1..=length).try_for_each(|length| search.of_length(from, length))
        };
        let cut_by = if from == to { None } else { search_all(&mut search).err() };
        Routes { routes: search.routes, cut_by }
    }

    /// The things of a way, its ends included.
    pub fn things(&self, links: &[u32]) -> Vec<u32> {
        let first = links.first().map(|&link| self.ends(link)[0]);
        first.into_iter().chain(links.iter().map(|&link| self.ends(link)[1])).collect()
    }

    fn net(&self, links: &[u32]) -> Net {
        let mut signs = links.iter().map(|&link| self.effect(link).sign());
        match signs.try_fold(1, |net, sign| sign.map(|sign| net * sign)) {
            Some(1) => Net::Raises,
            Some(_) => Net::Lowers,
            None => Net::Undecided,
        }
    }
}

struct Search<'q> {
    quarry: &'q Quarry,
    bounds: Bounds,
    to: u32,
    /// How many links each thing is away from the end, as far as that is known.
    near: Vec<u8>,
    /// Up to how many links that is known of all.
    known: usize,
    looked_at: usize,
    /// How many links the routes have that are looked for.
    length: usize,
    way: Vec<u32>,
    on_way: Vec<bool>,
    routes: Vec<Route>,
}

impl Search<'_> {
    /// How far things are from the end, up to half of the longest way.
    fn backwards(&mut self) -> Result<(), CutBy> {
        let mut ring = vec![self.to];
        self.near[self.to as usize] = 0;
        for step in 1..=self.known as u8 {
            let mut next = Vec::new();
            for &at in &ring {
                let links = self.quarry.links_to(at);
                self.look(links.len())?;
                for &link in links {
                    let [from, _] = self.quarry.ends(link);
                    if self.near[from as usize] == FAR && self.is_open(link) {
                        self.near[from as usize] = step;
                        next.push(from);
                    }
                }
            }
            ring = next;
        }
        Ok(())
    }

    /// All routes of just so many links.
    fn of_length(&mut self, from: u32, length: usize) -> Result<(), CutBy> {
        self.length = length;
        if !self.may_reach(from, length) {
            return Ok(());
        }
        self.on_way[from as usize] = true;
        let found = self.forwards(from);
        self.on_way[from as usize] = false;
        found
    }

    /// Goes on from the end of the way. It is at most [`LONGEST`] deep.
    fn forwards(&mut self, at: u32) -> Result<(), CutBy> {
        let left = self.length - self.way.len() - 1;
        if left == 0 {
            self.look(1)?;
            return match self.quarry.link(at, self.to).filter(|&link| self.is_open(link)) {
                Some(link) => self.arrive(link),
                None => Ok(()),
            };
        }
        let links = self.quarry.links_from(at);
        let before_end = self.quarry.links_to(self.to);
        if left == 1 && before_end.len() * DEARER < links.len() {
            // One link before the end it is quicker to ask which of few causes of the end this leads to. They come in the
            // same order.
            self.look(before_end.len() * DEARER)?;
            let quarry = self.quarry;
            let mut by_end = before_end.iter().filter_map(|&last| quarry.link(at, quarry.ends(last)[0]));
            return by_end.try_for_each(|link| self.step(link, left));
        }
        self.look(links.len())?;
        for link in links {
            self.step(link, left)?;
        }
        Ok(())
    }

    /// Takes a link, where the end may be reached behind it.
    fn step(&mut self, link: u32, left: usize) -> Result<(), CutBy> {
        let [_, next] = self.quarry.ends(link);
        let goes = next != self.to && !self.on_way[next as usize] && self.may_reach(next, left);
        if !goes || !self.is_open(link) {
            return Ok(());
        }
        self.way.push(link);
        self.on_way[next as usize] = true;
        let found = self.forwards(next);
        self.on_way[next as usize] = false;
        self.way.pop();
        found
    }

    fn arrive(&mut self, last: u32) -> Result<(), CutBy> {
        if self.routes.len() == self.bounds.number {
            return Err(CutBy::Number);
        }
        let links: Vec<u32> = self.way.iter().copied().chain([last]).collect();
        self.routes.push(Route { effect: self.quarry.net(&links), links });
        Ok(())
    }

    /// Whether the end may be as near as that; of what is farther than the backward half nothing is known.
    fn may_reach(&self, node: u32, links: usize) -> bool {
        links > self.known || usize::from(self.near[node as usize]) <= links
    }

    fn is_open(&self, link: u32) -> bool {
        let effect = self.quarry.effect(link);
        effect != Effect::NoEffect && (!self.bounds.signed || effect.sign().is_some())
    }

    fn look(&mut self, links: usize) -> Result<(), CutBy> {
        self.looked_at += links;
        if self.looked_at > self.bounds.looked_at { Err(CutBy::Steps) } else { Ok(()) }
    }
}
