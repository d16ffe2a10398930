//! Pictures: their pixels, and how large they may be.

use std::io::Read as _;

use super::*;
use crate::{
    export::{Area, FigureOptions, Form, Item, Shape, Stroke, figure, testing},
    text::Shaper,
    theme::{Rgb, Themes},
};

const RED: Rgb = Rgb(200, 10, 20);
const BLUE: Rgb = Rgb(10, 20, 200);

fn plain(width: f32, height: f32, items: Vec<Item>) -> Page {
    let (title, description, language) = (String::new(), String::new(), String::new());
    Page { width, height, title, description, language, ground: RED, items }
}

/// Width, height and pixels of a picture that this program wrote.
fn read(file: &[u8]) -> (usize, usize, Vec<[u8; 3]>) {
    assert!(file.starts_with(b"\x89PNG\r\n\x1a\n"));
    let number = |at: usize| u32::from_be_bytes(file[at..at + 4].try_into().expect("four bytes")) as usize;
    let (mut at, mut packed) = (8, Vec::new());
    while at < file.len() {
        let (length, kind) = (number(at), &file[at + 4..at + 8]);
        let mut sum = flate2::Crc::new();
        sum.update(&file[at + 4..at + 8 + length]);
        assert_eq!(sum.sum() as usize, number(at + 8 + length));
        if kind == b"IDAT" {
            packed.extend(&file[at + 8..at + 8 + length]);
        }
        at += length + 12;
    }
    let mut bytes = Vec::new();
    flate2::read::ZlibDecoder::new(&packed[..]).read_to_end(&mut bytes).expect("packed bytes");
    let (width, height) = (number(16), number(20));
    let mut pixels = Vec::new();
    for row in bytes.chunks(3 * width + 1) {
        assert_eq!(row[0], 0);
        pixels.extend(row[1..].chunks(3).map(|pixel| [pixel[0], pixel[1], pixel[2]]));
    }
    assert_eq!(pixels.len(), width * height);
    (width, height, pixels)
}

#[test]
fn shapes_lie_where_the_page_has_them() {
    let area = Area { x: 2.0, y: 1.0, w: 3.0, h: 2.0 };
    let shape = Shape { form: Form::Box(area, 0.0), fill: Some(BLUE), stroke: None };
    let file = png(&plain(10.0, 5.0, vec![Item::Shape(shape)]), 2.0).expect("a picture");
    let (width, height, pixels) = read(&file);
    assert_eq!((width, height), (20, 10));
    for (i, pixel) in pixels.iter().enumerate() {
        let inside = (4..10).contains(&(i % 20)) && (2..6).contains(&(i / 20));
        let Rgb(r, g, b) = if inside { BLUE } else { RED };
        assert_eq!(*pixel, [r, g, b], "{} {}", i % 20, i / 20);
    }
}

#[test]
fn strips_join_without_a_seam() {
    let disc = Shape { form: Form::Disc((20.0, 20.0), 15.0), fill: Some(BLUE), stroke: None };
    let page = plain(40.0, 40.0, vec![Item::Shape(disc)]);
    let whole = Strips::new(&page, 1.0).draw(0, 40, 40);
    let mut strips = Strips::new(&page, 1.0);
    let parts: Vec<u8> =
        [0, 7, 14, 21, 28, 35].into_iter().flat_map(|top| strips.draw(top, 40, (40 - top).min(7))).collect();
    let away: Vec<u8> = whole.iter().zip(&parts).map(|(a, b)| a.abs_diff(*b)).collect();
    // Curves are cut where a strip ends, which may shift an edge by a quarter of a pixel and no more.
    let most = away.iter().max().copied().unwrap_or_default();
    let count = away.iter().filter(|away| **away > 0).count();
    assert!(most <= 32 && count < 120, "{most} at {count}");
    assert_eq!(whole.len(), parts.len());
}

#[test]
fn a_figure_has_letters_dots_and_dashes_and_the_same_bytes_again() {
    let pathway = testing::small();
    let palette = Themes::bundled().dark;
    let options = FigureOptions { fit: Some((320.0, 400.0)), ..FigureOptions::new(&palette) };
    let page = figure(&pathway, &testing::drawn(&pathway), &options, &Shaper::default());
    let file = png(&page, 1.0).expect("a picture");
    let (_, _, pixels) = read(&file);
    let Rgb(r, g, b) = palette.card_text;
    let near = |pixel: &&[u8; 3]| pixel.iter().zip([r, g, b]).all(|(a, b)| a.abs_diff(b) < 60);
    assert!(pixels.iter().filter(near).count() > 100, "letters are there");
    assert_eq!(file, png(&page, 1.0).expect("a picture"));
}

#[test]
fn too_large_a_picture_is_refused_in_one_sentence() {
    let page = plain(10_000.0, 10_000.0, Vec::new());
    let refused = png(&page, 2.0).expect_err("400 megapixels").to_string();
    assert!(refused.contains("20000 x 20000") && refused.contains("200 megapixels"), "{refused}");
    assert!(png(&plain(70_000.0, 1.0, Vec::new()), 1.0).is_err());
    for scale in [0.0, -1.0, f32::NAN, f32::INFINITY] {
        assert_eq!(png(&page, scale), Err(ExportError::NoScale));
    }
    assert!(png(&plain(f32::INFINITY, 1.0, Vec::new()), 1.0).is_err());
}

#[test]
fn straight_edges_leave_no_specks() {
    for step in 0..64 {
        // A hair beside whole pixels, where rasterisers that work in tiles go wrong.
        let (x, y) = (41.0 + [0.0, 0.001_85, 0.000_5, 0.125][step % 4], 10.0 + step as f32 / 160.0);
        let mut points = vec![(5.0, y)];
        points.extend((0..=6).map(|k| {
            let t = k as f32 / 6.0;
            let fine = |v: f32| (v * 16.0).round() / 16.0;
            (fine(x - 7.0 + 7.0 * (2.0 * t - t * t)), fine(y + 7.0 * t * t))
        }));
        points.push((x, 90.0));
        let stroke = Some(Stroke::solid(BLUE, 2.0));
        let shape = Shape { form: Form::Line(points), fill: None, stroke };
        let (width, _, pixels) = read(&png(&plain(60.0, 100.0, vec![Item::Shape(shape)]), 2.0).expect("a picture"));
        for (i, pixel) in pixels.iter().enumerate() {
            let beyond = (i % width) as f32 > 2.0 * (x + 1.0) + 1.0;
            assert!(!beyond || *pixel == [RED.0, RED.1, RED.2], "{step}: {} {}", i % width, i / width);
        }
    }
}
