//! The graphs to draw: files beside the bench, and the bundled pathways.

use std::{collections::BTreeMap, path::Path};

use pathlight::{
    formats,
    layout::{Card, Diagram, Drawing, Wire},
    model::NodeId,
    text::Measure,
};

/// A graph with its name.
pub(crate) struct Graph {
    pub(crate) name: String,
    pub(crate) diagram: Diagram,
}

impl Graph {
    /// Reads a graph that lies beside the bench.
    pub(crate) fn read(name: &str, with_lanes: bool) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/drawing/graphs");
        let text = |end: &str| std::fs::read_to_string(folder.join(format!("{name}.{end}"))).expect("a graph");
        let (mut lanes, mut cards) = (Vec::<String>::new(), Vec::new());
        let mut index = BTreeMap::new();
        for line in text("nodes").lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            let lane = lanes.iter().position(|l| l == fields[3]).unwrap_or(lanes.len());
            if lane == lanes.len() {
                lanes.push(fields[3].to_owned());
            }
            index.insert(fields[0].to_owned(), cards.len());
            let size = |at: usize| fields[at].parse::<f64>().expect("a size");
            let lane = if with_lanes { lane } else { 0 };
            cards.push(Card { width: size(1), height: size(2), lane, at: None, seat: None });
        }
        let wire = |line: &str| {
            let fields: Vec<&str> = line.split('\t').collect();
            Wire { from: index[fields[0]], to: index[fields[1]], returns: false, weight: 1.0 }
        };
        let wires = text("edges").lines().map(wire).collect();
        let lanes = if with_lanes { lanes.len() } else { 1 };
        Self { name: name.to_owned(), diagram: Diagram { cards, wires, lanes } }
    }

    /// A bundled pathway, with the cards that the window draws.
    pub(crate) fn of_pathway(id: &str, text: &str) -> Self {
        let pathway = formats::open(text.as_bytes()).expect("bundled files open").pathway;
        let picture = pathlight::picture::picture(&pathway, &mut Measure::default(), 1600.0 / 900.0);
        let card =
            |c: &pathlight::picture::PlacedCard| Card { width: c.w, height: c.h, lane: c.band, at: None, seat: None };
        let place: BTreeMap<&NodeId, usize> = picture
            .cards
            .iter()
            .enumerate()
            .filter_map(|(i, c)| match &c.stands {
                pathlight::picture::Stands::Node(id) => Some((id, i)),
                pathlight::picture::Stands::Lane(..) => None,
            })
            .collect();
        let wires =
            pathway.links().map(|l| Wire { from: place[&l.from], to: place[&l.to], returns: l.returns, weight: 1.0 });
        let diagram = Diagram {
            cards: picture.cards.iter().map(card).collect(),
            wires: wires.collect(),
            lanes: picture.bands.len(),
        };
        Self { name: id.to_owned(), diagram }
    }

    /// The same graph with the seats of a drawing, and one more card that is linked with the first and the last.
    pub(crate) fn with_one_more(&self, drawing: &Drawing) -> Diagram {
        let mut diagram = self.diagram.clone();
        for (card, seat) in diagram.cards.iter_mut().zip(&drawing.seats) {
            card.seat = Some(*seat);
        }
        let new = diagram.cards.len();
        diagram.cards.push(Card { width: 140.0, height: 44.0, lane: diagram.lanes / 2, at: None, seat: None });
        diagram.wires.push(Wire { from: 0, to: new, returns: false, weight: 1.0 });
        diagram.wires.push(Wire { from: new, to: new - 1, returns: false, weight: 1.0 });
        diagram
    }
}
