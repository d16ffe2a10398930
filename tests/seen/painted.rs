//! What is painted, read back from the triangles that would go to the screen: the colour of any point, and of every letter
//! with what lies beneath it.

use std::collections::HashMap;

use egui::{
    Color32, Context, FullOutput, Mesh, Pos2, Rect, TextureId,
    epaint::{Primitive, WHITE_UV},
    pos2,
};
use pathlight::theme::{Rgb, contrast};

/// Side of a square that triangles are sorted into, in px.
const CELL: f32 = 32.0;

struct Triangle {
    corners: [Pos2; 3],
    colours: [Color32; 3],
    clip: Rect,
}

/// A letter, or half of one.
pub(crate) struct Letter {
    pub(crate) at: Pos2,
    pub(crate) colour: Rgb,
    pub(crate) ground: Rgb,
}

impl Letter {
    pub(crate) fn contrast(&self) -> f64 {
        contrast(self.colour, self.ground)
    }
}

/// A frame as it was painted.
pub(crate) struct Painted {
    triangles: Vec<Triangle>,
    cells: HashMap<(i32, i32), Vec<usize>>,
    /// Letters that can be seen: where they are, in which colour, and how many triangles lie beneath them.
    letters: Vec<(Pos2, Color32, usize)>,
    clear: Color32,
}

impl Painted {
    pub(crate) fn new(ctx: &Context, output: &FullOutput) -> Self {
        let clear = ctx.global_style().visuals.panel_fill;
        let mut painted = Self { triangles: Vec::new(), cells: HashMap::new(), letters: Vec::new(), clear };
        for clipped in ctx.tessellate(output.shapes.clone(), output.pixels_per_point) {
            if let Primitive::Mesh(mesh) = clipped.primitive {
                painted.add(&mesh, clipped.clip_rect);
            }
        }
        painted
    }

    fn add(&mut self, mesh: &Mesh, clip: Rect) {
        for corners in mesh.indices.chunks(3) {
            let corners = [0, 1, 2].map(|k| mesh.vertices[corners[k] as usize]);
            let triangle = Triangle {
                corners: corners.map(|corner| corner.pos),
                colours: corners.map(|corner| corner.color),
                clip,
            };
            let is_letter =
                mesh.texture_id == TextureId::default() && corners.iter().any(|corner| corner.uv != WHITE_UV);
            if is_letter {
                let [a, b, c] = triangle.corners;
                let at = ((a.to_vec2() + b.to_vec2() + c.to_vec2()) / 3.0).to_pos2();
                if clip.contains(at) && triangle.colours[0] != Color32::TRANSPARENT {
                    self.letters.push((at, triangle.colours[0], self.triangles.len()));
                }
            } else {
                self.sort_in(&triangle);
                self.triangles.push(triangle);
            }
        }
    }

    fn sort_in(&mut self, triangle: &Triangle) {
        let area = Rect::from_points(&triangle.corners).intersect(triangle.clip);
        let cell = |at: f32| (at / CELL).floor() as i32;
        for x in cell(area.left())..=cell(area.right()) {
            for y in cell(area.top())..=cell(area.bottom()) {
                self.cells.entry((x, y)).or_default().push(self.triangles.len());
            }
        }
    }

    /// The colour of the pixel in which a point lies, without letters.
    pub(crate) fn at(&self, at: Pos2) -> Rgb {
        self.below(pos2(at.x.floor() + 0.5, at.y.floor() + 0.5), self.triangles.len())
    }

    /// The colour of a point after so many triangles.
    fn below(&self, at: Pos2, count: usize) -> Rgb {
        let cell = ((at.x / CELL).floor() as i32, (at.y / CELL).floor() as i32);
        let there = self.cells.get(&cell).map_or(&[][..], Vec::as_slice);
        let painted = there.iter().take_while(|&&i| i < count).filter_map(|&i| self.triangles[i].at(at));
        rgb(painted.fold(self.clear, over))
    }

    /// Every letter that can be seen, in its colour as it comes out over what lies beneath.
    pub(crate) fn letters(&self) -> impl Iterator<Item = Letter> {
        self.letters.iter().map(|&(at, colour, count)| {
            let ground = self.below(at, count);
            let Rgb(r, g, b) = ground;
            Letter { at, colour: rgb(over(Color32::from_rgb(r, g, b), colour)), ground }
        })
    }
}

impl Triangle {
    /// What it adds to a point, if it covers it.
    fn at(&self, at: Pos2) -> Option<Color32> {
        let [a, b, c] = self.corners;
        let cross = |p: Pos2, q: Pos2, r: Pos2| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
        let whole = cross(a, b, c);
        if whole == 0.0 || !self.clip.contains(at) {
            return None;
        }
        let shares = [cross(b, c, at), cross(c, a, at), cross(a, b, at)].map(|part| part / whole);
        if shares.iter().any(|share| *share < 0.0) {
            return None;
        }
        let mix = |channel: fn(&Color32) -> u8| {
            let sum: f32 =
                self.colours.iter().zip(shares).map(|(colour, share)| f32::from(channel(colour)) * share).sum();
            sum.round() as u8
        };
        Some(Color32::from_rgba_premultiplied(mix(Color32::r), mix(Color32::g), mix(Color32::b), mix(Color32::a)))
    }
}

/// A colour painted over another one, as the screen does it.
fn over(ground: Color32, colour: Color32) -> Color32 {
    let left = 1.0 - f32::from(colour.a()) / 255.0;
    let mix = |ground: u8, colour: u8| (f32::from(colour) + left * f32::from(ground)).round().min(255.0) as u8;
    Color32::from_rgb(mix(ground.r(), colour.r()), mix(ground.g(), colour.g()), mix(ground.b(), colour.b()))
}

fn rgb(colour: Color32) -> Rgb {
    Rgb(colour.r(), colour.g(), colour.b())
}
