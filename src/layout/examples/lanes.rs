//! Draws a small pathway in three lanes and writes it as SVG on standard output: `cargo run --example lanes >
//! lanes.svg`.
#![expect(clippy::print_stdout, reason = "a program whose output is its purpose")]

use pathlight_layout::{Card, Diagram, Drawing, Options, Wire, layout};

const LANES: [&str; 3] = ["Mind", "Body", "Brain"];
/// Names and lanes, in the order of the story.
const CARDS: [(&str, usize); 7] = [
    ("stress", 0),
    ("sympathetic nerves", 1),
    ("skull marrow", 1),
    ("neutrophils", 2),
    ("inflammation", 2),
    ("exercise", 0),
    ("low mood", 0),
];
/// Cause, effect, and whether it is declared to lead back.
const WIRES: [(usize, usize, bool); 7] =
    [(0, 1, false), (1, 2, false), (2, 3, false), (3, 4, false), (4, 6, false), (5, 4, false), (6, 0, true)];

fn main() {
    let card = |&(name, lane): &(&str, usize)| {
        // A window would measure the text; here a letter counts 8 px.
        Card { width: 24.0 + 8.0 * name.len() as f64, height: 40.0, lane, at: None, seat: None }
    };
    let wire = |&(from, to, returns): &(usize, usize, bool)| Wire { from, to, returns, weight: 1.0 };
    let diagram = Diagram {
        cards: CARDS.iter().map(card).collect(),
        wires: WIRES.iter().map(wire).collect(),
        lanes: LANES.len(),
    };
    println!("{}", svg(&diagram, &layout(&diagram, &Options::default())));
}

fn svg(diagram: &Diagram, drawing: &Drawing) -> String {
    let mut svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{}' height='{}' font-family='sans-serif' font-size='13'>\n\
         <marker id='head' orient='auto' markerWidth='9' markerHeight='8' refX='9' refY='4'>\
         <path d='M0,0 L9,4 L0,8 z'/></marker>\n",
        drawing.width, drawing.height
    );
    for (name, band) in LANES.iter().zip(&drawing.lanes) {
        svg += &format!(
            "<rect x='{}' y='{}' width='{}' height='{}' fill='#f6f6f2' stroke='#ccc'/>\n\
             <text x='8' y='{}' fill='#888'>{name}</text>\n",
            band.x,
            band.y,
            band.w,
            band.h,
            band.y + 15.0
        );
    }
    for route in &drawing.routes {
        let points: Vec<String> = route.points.iter().map(|(x, y)| format!("{x},{y}")).collect();
        let dashes = if route.returns { " stroke-dasharray='5 4'" } else { "" };
        svg += &format!(
            "<polyline points='{}' fill='none' stroke='#333'{dashes} marker-end='url(#head)'/>\n",
            points.join(" ")
        );
    }
    for (((name, _), card), (x, y)) in CARDS.iter().zip(&diagram.cards).zip(&drawing.centres) {
        svg += &format!(
            "<rect x='{}' y='{}' width='{}' height='{}' rx='6' fill='white' stroke='#333'/>\n\
             <text x='{x}' y='{}' text-anchor='middle'>{name}</text>\n",
            x - card.width / 2.0,
            y - card.height / 2.0,
            card.width,
            card.height,
            y + 4.5
        );
    }
    svg + "</svg>"
}
