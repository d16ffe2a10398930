//! Where links touch their cards, once heights are known: the one place where doors, ports, straightening and swaps
//! meet.

use crate::heights::doors::{Door, Doors, step};
use crate::heights::place::Heights;
use crate::heights::ports::{Ports, ports};
use crate::heights::room::Room;
use crate::heights::straight::straighten;
use crate::heights::swaps::part;
use crate::heights::task::Task;

/// Where links touch their cards.
#[derive(Clone, Debug)]
pub(crate) struct Touch {
    pub ports: Ports,
    /// Which links go through tops and bottoms.
    pub doors: Doors,
}

/// Finds doors and ports, but for doors that are shut (at the cause, at the effect), and straightens the links.
pub(crate) fn touch(task: Task, heights: &mut Heights, shut: &[(bool, bool)]) -> Touch {
    let Task { graph, layers, frame, .. } = task;
    let room = Room { content: heights.content, ..Room::new(task) };
    let y = &mut heights.y;
    let mut doors = Doors::open(task, y, shut);
    let mut found = ports(graph, frame, &doors, y);
    straighten(&room, Some((&found, &doors)), y);
    found.level(graph, layers, y);
    part(&room, &found, y);
    if shut_blocked(&mut doors, task, &found, y) {
        found = ports(graph, frame, &doors, y);
        found.level(graph, layers, y);
    }
    Touch { ports: found, doors }
}

/// Shuts the doors from which the line does not run clear of the card; tells whether there were any.
fn shut_blocked(doors: &mut Doors, task: Task, ports: &Ports, y: &[f64]) -> bool {
    let Task { graph, layers, turned, .. } = task;
    let mut any = false;
    for chain in &layers.chains {
        let (link, last) = (chain.link, chain.items.len() - 1);
        let clear = |door: Door, card: usize, level: f64, head: bool| {
            let away = graph.size[card].1 / 2.0 + step(head);
            match door {
                Door::Side => true,
                Door::Lid => level <= y[card] - away,
                Door::Base => level >= y[card] + away,
            }
        };
        let second = if last == 1 { ports.entry[link] } else { y[chain.items[1]] };
        let before = if last == 1 { ports.exit[link] } else { y[chain.items[last - 1]] };
        if !clear(doors.exit[link], chain.items[0], second, turned[link]) {
            (doors.exit[link], any) = (Door::Side, true);
        }
        if !clear(doors.entry[link], chain.items[last], before, !turned[link]) {
            (doors.entry[link], any) = (Door::Side, true);
        }
    }
    any
}
