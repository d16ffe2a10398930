//! Takes cards and links out of a drawing and puts them back where they cross least (ruin and recreate, Schrimpf,
//! Schneider, Stamm-Wilbrandt and Dueck 2000).

use crate::base::dice::Dice;
use crate::base::index::{Item, Link};
use crate::base::work::Work;
use crate::order::gaps::Levels;
use crate::order::span::Way;
use crate::order::thread::{SlotCosts, Threader};
use crate::order::weave::Weave;

/// Changes an order by taking things out and putting them back.
pub(crate) struct Reseater {
    threader: Threader,
    /// By link: what running inside costs beyond its crossings.
    pub price: Vec<i64>,
    /// What was taken out: links with their ways, and the columns as they were.
    links: Vec<(Link, Way)>,
    columns: Vec<(usize, Vec<Item>)>,
    costs: SlotCosts,
    /// By link: how it ran, and whether it was chosen already.
    was: Vec<Way>,
    marks: Vec<bool>,
    /// By card: whether it is still out.
    absent: Vec<bool>,
    /// Links on their way back.
    queue: Vec<Link>,
}

/// Key for putting short links back first.
fn length(weave: &Weave, link: Link) -> (usize, Link) {
    let (a, b) = weave.reach(link);
    (b - a, link)
}

impl Reseater {
    pub(crate) fn new(weave: &Weave, price: Vec<i64>) -> Self {
        Self {
            threader: Threader::default(),
            price,
            links: Vec::new(),
            columns: Vec::new(),
            costs: SlotCosts::default(),
            was: vec![Way::Absent; weave.spans.len()],
            marks: vec![false; weave.spans.len()],
            absent: vec![false; weave.cards().count()],
            queue: Vec::new(),
        }
    }

    /// Lets links pay for their rise between these heights as well.
    pub(crate) fn set_levels(&mut self, levels: Levels) {
        self.threader.levels = Some(levels);
    }

    /// The crossings with what running inside costs.
    pub(crate) fn total(&self, weave: &Weave) -> i64 {
        let inside = weave.links().filter(|&l| weave.way[l] == Way::Inside);
        weave.crossings() as i64 + inside.map(|l| self.price[l]).sum::<i64>()
    }

    /// Puts the cards with all their links, and some links alone, where they cost least; what is gained is at least
    /// `least`, else everything stays as it was and None is given.
    pub(crate) fn renew(
        &mut self,
        weave: &mut Weave,
        cards: &[Item],
        alone: &[Link],
        least: i64,
        dice: &mut Dice,
        work: &mut Work,
    ) -> Option<i64> {
        self.choose_links(weave, cards, alone);
        let mut gain = |l: &(Link, Way)| self.threader.cost(weave, l.0, work) + self.price_of(weave, l.0);
        let most = self.links.iter().map(&mut gain).sum::<i64>();
        if most < least {
            return None;
        }
        self.keep_columns(weave, cards);
        let moved: usize = self.columns.iter().map(|c| c.1.len()).sum();
        work.spend(100 + 60 * self.links.len() + 20 * self.columns.len() + moved);
        let mut before = 0;
        for i in 0..self.links.len() {
            let link = self.links[i].0;
            before += match self.links.len() {
                1 => most,
                _ => self.threader.cost(weave, link, work) + self.price_of(weave, link),
            };
            weave.take_link(link);
        }
        for &card in cards {
            weave.take_item(card);
            self.absent[card] = true;
        }
        let (limit, mut after) = (before - least, 0);
        for &card in cards {
            if after <= limit && !work.stopped() {
                self.seat(weave, card, dice, work);
                self.absent[card] = false;
                after += self.bind(weave, Some(card), limit - after, work);
            }
        }
        let seated = cards.iter().all(|&c| !std::mem::take(&mut self.absent[c]));
        if seated {
            after += self.bind(weave, None, limit - after, work);
        }
        let complete = seated && self.links.iter().all(|l| weave.way[l.0] != Way::Absent);
        if complete && after <= limit {
            return Some(before - after);
        }
        self.restore(weave);
        None
    }

    /// The links to take out.
    fn choose_links(&mut self, weave: &Weave, cards: &[Item], alone: &[Link]) {
        self.links.clear();
        let of_cards = cards.iter().flat_map(|&c| weave.links_of(c));
        for link in of_cards.chain(alone).copied() {
            if !std::mem::replace(&mut self.marks[link], true) {
                self.links.push((link, weave.way[link]));
            }
        }
        for &(link, _) in &self.links {
            self.marks[link] = false;
        }
        for &(link, way) in &self.links {
            self.was[link] = way;
        }
    }

    /// Remembers all columns that may change.
    fn keep_columns(&mut self, weave: &Weave, cards: &[Item]) {
        let own = cards.iter().map(|&c| weave.column(c)).map(|c| (c, c));
        let ranges = own.chain(self.links.iter().map(|l| weave.reach(l.0)));
        let (low, high) = ranges.fold((usize::MAX, 0), |m, r| (m.0.min(r.0), m.1.max(r.1)));
        self.columns.clear();
        self.columns.extend((low..=high).map(|c| (c, weave.columns[c].clone())));
    }

    /// Everything back to where it was.
    fn restore(&mut self, weave: &mut Weave) {
        for &(link, _) in &self.links {
            weave.forget_way(link);
        }
        for (c, column) in &self.columns {
            weave.columns[*c].clone_from(column);
            weave.number(*c);
        }
        for i in 0..self.links.len() {
            let (link, way) = self.links[i];
            weave.put_known(link, way);
            if way == Way::Inside {
                self.threader.note_levels(weave, link);
            }
        }
    }

    fn price_of(&self, weave: &Weave, link: Link) -> i64 {
        if weave.way[link] == Way::Inside { self.price[link] } else { 0 }
    }

    /// Puts a card at the best slot of its band, judged by its links to cards that stand.
    fn seat(&mut self, weave: &mut Weave, card: Item, dice: &mut Dice, work: &mut Work) {
        let (items, lane) = (&weave.columns[weave.column(card)], weave.lane(card));
        let low = items.iter().rposition(|&i| weave.is_card(i) && weave.lane(i) < lane).map_or(0, |p| p + 1);
        let high = items.iter().position(|&i| weave.is_card(i) && weave.lane(i) > lane).unwrap_or(items.len());
        self.costs.low = low;
        self.costs.cost.clear();
        self.costs.cost.resize(high + 1 - low, 0);
        for &link in weave.links_of(card) {
            if self.absent[weave.spans[link].other(card)] {
                continue;
            }
            let way = self.was[link];
            if way == Way::Inside {
                self.threader.add_costs(weave, link, card, &mut self.costs, work);
            } else {
                self.threader.add_outside(weave, link, card, way, &mut self.costs);
            }
        }
        let least = self.costs.cost.iter().copied().min().unwrap_or(0);
        let ties = self.costs.cost.iter().filter(|&&v| v == least).count();
        let pick = dice.below(ties);
        let best = self.costs.cost.iter().enumerate().filter(|(_, v)| **v == least).nth(pick);
        weave.put_item(card, low + best.map_or(0, |b| b.0));
    }

    /// Puts the links of a card back whose other card stands too, or all that are left; stops beyond the limit.
    fn bind(&mut self, weave: &mut Weave, card: Option<Item>, limit: i64, work: &mut Work) -> i64 {
        self.queue.clear();
        match card {
            Some(card) => self.queue.extend(weave.links_of(card)),
            None => self.queue.extend(self.links.iter().map(|l| l.0)),
        }
        let absent = &self.absent;
        self.queue.retain(|&l| {
            let span = weave.spans[l];
            weave.way[l] == Way::Absent && !absent[span.left] && !absent[span.right]
        });
        self.queue.sort_by_key(|&l| length(weave, l));
        let mut sum = 0;
        for i in 0..self.queue.len() {
            sum += self.put(weave, self.queue[i], work);
            if sum > limit || work.stopped() {
                break;
            }
        }
        sum
    }

    /// Puts one link back, through the inside or around, and tells what it costs.
    fn put(&mut self, weave: &mut Weave, link: Link, work: &mut Work) -> i64 {
        let inside = weave.fits_inside(link);
        let mut best = (i64::MAX, Way::Absent);
        if weave.spans[link].returns || !inside {
            for way in [Way::Above, Way::Below] {
                let cost = self.threader.outside(weave, link, way);
                if cost < best.0 {
                    best = (cost, way);
                }
            }
        }
        if inside && best.0 > self.price[link] {
            let course = self.threader.course(weave, link, work);
            let cost = course.cost + self.price[link];
            if cost < best.0 {
                weave.put_inside(link, &course.slots);
                self.threader.note_levels(weave, link);
                return cost;
            }
        }
        weave.put_known(link, best.1);
        best.0
    }
}
