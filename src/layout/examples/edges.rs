//! Draws the graph of an edge list on standard input, a line `cause effect` for each link, and writes where everything
//! is: a line `card name x y` with its centre, a line `link cause effect x1 y1 x2 y2 ...` with the points of its line,
//! in px.
//!
//! `printf 'a b\nb c\na c\n' | cargo run --example edges`
#![expect(clippy::print_stdout, reason = "a program whose output is its purpose")]

use std::io::Read as _;

use pathlight_layout::{Card, Diagram, Options, Wire, layout};

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let mut names: Vec<&str> = Vec::new();
    let mut diagram = Diagram { lanes: 1, ..Diagram::default() };
    for line in text.lines() {
        let ends: Vec<usize> = line.split_whitespace().map(|name| number(&mut names, name)).collect();
        if let [from, to, ..] = ends[..] {
            diagram.wires.push(Wire { from, to, returns: false, weight: 1.0 });
        }
    }
    diagram.cards = vec![Card { width: 120.0, height: 40.0, lane: 0, at: None, seat: None }; names.len()];
    let drawing = layout(&diagram, &Options::default());
    for (name, (x, y)) in names.iter().zip(&drawing.centres) {
        println!("card\t{name}\t{x}\t{y}");
    }
    for (wire, route) in diagram.wires.iter().zip(&drawing.routes) {
        let corners: Vec<String> = route.points.iter().map(|(x, y)| format!("{x}\t{y}")).collect();
        println!("link\t{}\t{}\t{}", names[wire.from], names[wire.to], corners.join("\t"));
    }
    Ok(())
}

/// The number of a name, which is new or not.
fn number<'a>(names: &mut Vec<&'a str>, name: &'a str) -> usize {
    names.iter().position(|known| *known == name).unwrap_or_else(|| {
        names.push(name);
        names.len() - 1
    })
}
