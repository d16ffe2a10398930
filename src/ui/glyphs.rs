//! How much memory the glyphs of all texts may take.

use egui::{Context, Plugin, RawInput};

/// Most px on each side of the texture that the glyphs lie in: 16 MiB.
const SIDE: usize = 2_048;

/// Keeps the texture with the glyphs small.
///
/// egui makes it as wide as the driver allows, often 16,384 px, and doubles its height whenever it is full. One tall glyph
/// takes up its height in the whole of so wide a row, and all of it exists up to three times: here, in a copy on its way,
/// and where it is drawn. Zooming could fill a gigabyte before egui would begin anew.
///
/// This is asked for every window, so that all have the same limit: where it differs, egui makes its fonts anew whenever
/// another window is drawn.
pub(super) struct Glyphs;

impl Plugin for Glyphs {
    fn debug_name(&self) -> &'static str {
        module_path!()
    }

    fn input_hook(&mut self, _: &Context, input: &mut RawInput) {
        input.max_texture_side = input.max_texture_side.map(|side| side.min(SIDE));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_driver_that_allows_much_is_not_believed_and_one_that_allows_little_is() {
        let ctx = Context::default();
        crate::ui::set_fonts(&ctx);
        let side = |allowed: usize| {
            let input = RawInput { max_texture_side: Some(allowed), ..RawInput::default() };
            ctx.run_ui(input, |_| {}).textures_delta.clear();
            ctx.fonts(|fonts| fonts.font_image_size()[0])
        };
        assert_eq!((side(16_384), side(1_024)), (SIDE, 1_024));
    }
}
