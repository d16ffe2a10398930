//! Drawings that stay as they are, bit for bit: whoever changes one on purpose writes its new number here.

use crate::diagram::{Algorithm, Diagram, Options};
use crate::drawing::Drawing;

use super::quick;
use crate::samples::{mesh, plain, shapes, stress};
use crate::{layout, layout_first};

/// A number for every bit of a drawing (FNV-1a, Fowler, Noll and Vo).
fn fingerprint(drawing: &Drawing) -> u64 {
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    let mut add = |word: u64| {
        for byte in word.to_le_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        }
    };
    let mut points = |points: &[(f64, f64)]| {
        add(points.len() as u64);
        points.iter().flat_map(|p| [p.0, p.1]).for_each(|v| add(v.to_bits()));
    };
    points(&drawing.centres);
    drawing.routes.iter().for_each(|route| points(&route.points));
    drawing.lanes.iter().for_each(|band| points(&[(band.x, band.y), (band.w, band.h)]));
    points(&[(drawing.width, drawing.height)]);
    drawing.routes.iter().for_each(|route| add(u64::from(route.returns)));
    drawing.seats.iter().for_each(|seat| [seat.rank, seat.order].into_iter().for_each(|v| add(v as u64)));
    hash
}

fn shape(name: &str) -> Diagram {
    shapes().into_iter().find(|shape| shape.0 == name).map(|shape| shape.1).unwrap()
}

fn circle() -> Options {
    Options { algorithm: Algorithm::Circle, ..Options::default() }
}

/// The diagram with the seats that its cards have in a drawing, and with one more card.
fn seated(mut diagram: Diagram) -> Diagram {
    let drawing = layout(&diagram, &quick());
    for (card, seat) in diagram.cards.iter_mut().zip(drawing.seats) {
        card.seat = Some(seat);
    }
    let (new, mut wire) = (diagram.cards.len(), diagram.wires[0].clone());
    diagram.cards.push(crate::diagram::Card { seat: None, ..diagram.cards[0].clone() });
    wire.to = new;
    diagram.wires.push(wire);
    diagram
}

/// The diagram with two cards pinned, of which one covers others.
fn pinned(mut diagram: Diagram) -> Diagram {
    let drawing = layout(&diagram, &quick());
    let (x, y) = drawing.centres[1];
    diagram.cards[0].at = Some((x + 30.0, y + 5.0));
    diagram.cards[3].at = Some((drawing.width + 200.0, 40.25));
    diagram
}

#[test]
fn drawings_stay_as_they_are() {
    let usual = Options::default();
    let one_lane = Diagram { lanes: 1, ..stress() };
    let wide = Options { aspect: 2.4, node_gap: 20.0, rank_gap: 70.0, ..quick() };
    let trunk: Vec<_> = (0..90).map(|i| (i % 29, i % 29 + 1 + i / 30)).collect();
    let drawings = [
        ("a pathway", 0x935B_594A_9961_107C, layout(&stress(), &usual)),
        ("its first drawing", 0xE343_3761_C034_3E38, layout_first(&stress(), &usual)),
        ("the pathway without lanes", 0x737B_895E_0A90_2985, layout(&one_lane, &usual)),
        ("the pathway as a circle", 0x0448_CF06_6C7C_E719, layout(&stress(), &circle())),
        ("the pathway with pins", 0x94BC_8353_7F25_CDE9, layout(&pinned(stress()), &usual)),
        ("the pathway and one more card", 0xE2D1_AD35_DB2E_44AC, layout(&seated(stress()), &usual)),
        ("own loops", 0xD1BD_B5B0_313A_8C03, layout(&shape("own loops"), &usual)),
        ("own loops as a circle", 0x6AF3_E409_1402_80BC, layout(&shape("own loops"), &circle())),
        ("parallel links", 0x33E1_A484_4F90_37EB, layout(&shape("parallel"), &usual)),
        ("returning links", 0x0DDE_FDC7_6610_4BE5, layout(&shape("returning"), &wide)),
        ("everything with everything", 0x1D10_CFD3_5012_D95F, layout(&shape("complete"), &quick())),
        ("a ring as a circle", 0x408A_C4F9_0F10_1850, layout(&shape("ring"), &circle())),
        ("a star", 0xAFB7_C81B_2E8B_361D, layout(&shape("star"), &quick())),
        ("a trunk", 0x2986_660C_F52D_0309, layout(&plain(30, 1, &trunk), &quick())),
        ("a mesh of 60", 0xCEE1_4F2B_9A81_7DF3, layout(&mesh(60, 5, 90), &quick())),
        ("a mesh of 100 and one more", 0x7FA2_60D8_0578_E7D0, layout(&seated(mesh(100, 1, 150)), &quick())),
        ("a mesh of 300", 0x2B4E_B53E_6DB8_856A, layout(&mesh(300, 6, 480), &quick())),
        ("the first drawing of it", 0x61D8_21DB_6218_4EB7, layout_first(&mesh(300, 6, 480), &usual)),
    ];
    let changed = drawings.iter().filter(|(_, expected, drawing)| fingerprint(drawing) != *expected);
    let changed: Vec<String> = changed.map(|(name, _, d)| format!("{name}: {:#x}", fingerprint(d))).collect();
    assert!(changed.is_empty(), "{changed:#?}");
}
