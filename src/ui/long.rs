//! Fields that may hold very long paragraphs.
//!
//! egui keeps what it has laid out paragraph by paragraph, so that a typed letter costs no more than the paragraph it
//! stands in; one of 100 KB takes longer than a frame. Here a long paragraph is laid out in pieces of a few KB, each
//! kept in the same way. Where a piece ends depends on the letters around that place alone, so that a typed letter
//! leaves the others as they are. A piece begins on a row of its own: now and then a row ends early, mostly after a
//! sentence.

use std::sync::Arc;

use egui::{FontSelection, Galley, TextBuffer, TextEdit, Ui, text::LayoutJob};

/// A piece that another one follows has at least so many bytes, but for a character.
const LEAST: usize = 2 * 1024;
/// And at most so many.
const MOST: usize = 6 * 1024;

/// A name from so many bytes on wraps like other texts: a row is always laid out as a whole.
const LONG_ROW: usize = 1024;

/// A field of so many rows for a text; `layouter` is [`in_pieces`]. Enter never breaks a text of one row.
pub(super) fn text_edit<'t>(
    text: &'t mut String,
    rows: usize,
    layouter: &'t mut dyn FnMut(&Ui, &dyn TextBuffer, f32) -> Arc<Galley>,
) -> TextEdit<'t> {
    match (rows, text.len()) {
        (1, ..LONG_ROW) => TextEdit::singleline(text),
        (1, _) => TextEdit::multiline(text).return_key(None).layouter(layouter),
        _ => TextEdit::multiline(text).layouter(layouter),
    }
}

/// Lays out the text of a field of several rows, as egui does where nobody says how, but in pieces.
pub(super) fn in_pieces(ui: &Ui, text: &dyn TextBuffer, width: f32) -> Arc<Galley> {
    let text = text.as_str();
    let height = ui.fonts_mut(|fonts| fonts.row_height(&font(ui)));
    let lay_out = |text: &str| ui.fonts_mut(|fonts| fonts.layout_job(job(ui, height, text, width)));
    if text.split('\n').all(|paragraph| paragraph.len() <= MOST) {
        return lay_out(text);
    }
    // Of thousands of rows few are in sight, and only those are painted: here it pays to look which, in this frame.
    ui.ctx().tessellation_options_mut(|options| options.coarse_tessellation_culling = true);
    // Whether a piece ends where its paragraph does, and how it looks.
    let mut ends = Vec::new();
    let mut galleys = Vec::new();
    for paragraph in text.split('\n') {
        let mut rest = paragraph;
        loop {
            let (piece, behind) = rest.split_at(first_piece(rest));
            galleys.push(lay_out(piece));
            ends.push(behind.is_empty());
            if behind.is_empty() {
                break;
            }
            rest = behind;
        }
    }
    let whole = Arc::new(job(ui, height, text, width));
    let mut galley = Galley::concat(whole, &galleys, ui.ctx().pixels_per_point());
    // It takes every joint for the end of a line.
    let mut row = 0;
    for (piece, ends) in galleys.iter().zip(ends) {
        row += piece.rows.len();
        if let Some(last) = galley.rows.get_mut(row - 1).filter(|_| !ends) {
            last.ends_with_newline = false;
        }
    }
    Arc::new(galley)
}

fn font(ui: &Ui) -> egui::FontId {
    FontSelection::Default.resolve(ui.style())
}

fn job(ui: &Ui, row_height: f32, text: &str, width: f32) -> LayoutJob {
    let visuals = ui.visuals();
    let ink = visuals.override_text_color.unwrap_or_else(|| visuals.widgets.inactive.text_color());
    let mut job = LayoutJob::simple(text.to_owned(), font(ui), ink, width);
    job.keep_trailing_whitespace = true;
    for section in &mut job.sections {
        section.format.line_height = Some(row_height + ui.spacing().extra_text_line_spacing);
    }
    job
}

/// How many bytes the first piece of a paragraph has: behind the end of a sentence if there is one at the right place, else
/// behind a blank, else anywhere. Of several such places it is that with the greatest hash of the letters before it, which
/// is the same place again when letters come or go elsewhere.
fn first_piece(paragraph: &str) -> usize {
    if paragraph.len() <= MOST {
        return paragraph.len();
    }
    let bytes = paragraph.as_bytes();
    let places = (LEAST..MOST).filter(|&at| paragraph.is_char_boundary(at));
    let rank = |at: usize| {
        let before = &bytes[at - 8..at];
        let follows_blank = before[7] == b' ' && bytes[at] != b' ';
        let ends_sentence = follows_blank && matches!(before[6], b'.' | b'!' | b'?');
        // FNV-1a.
        let hash =
            before.iter().fold(0x811c_9dc5_u32, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        (ends_sentence, follows_blank, hash)
    };
    places.max_by_key(|&at| rank(at)).unwrap_or(paragraph.len())
}

#[cfg(test)]
mod tests {
    use egui::{Context, RawInput, text::CCursor};

    use super::*;

    /// What `check` finds of a text that is laid out 300 px wide.
    fn with_ui(check: impl Fn(&Ui)) {
        let ctx = Context::default();
        crate::ui::set_fonts(&ctx);
        // There is no screen to send the texture to.
        ctx.run_ui(RawInput::default(), |ui| check(ui)).textures_delta.clear();
    }

    fn texts() -> Vec<String> {
        let sentences: String =
            (0..1_400).map(|n| format!("This sentence says a little more than sentence {n}. ")).collect();
        let words: String = (0..12_000).map(|n| format!("w{} ", n * n % 977)).collect();
        let sign = |n: u32| char::from_u32(0x3b1 + (n.wrapping_mul(2_654_435_761) >> 20) % 24);
        let signs: String = (0..30_000).filter_map(sign).collect();
        let mixed = format!("short\n\n{sentences}\n{words}\n");
        vec![sentences, words, signs, "a".repeat(50_000), mixed, String::new(), "two\nlines".to_owned()]
    }

    #[test]
    fn no_letter_is_lost_and_the_cursor_finds_every_place() {
        with_ui(|ui| {
            for text in texts() {
                let galley = in_pieces(ui, &text, 300.0);
                let mut back = String::new();
                for row in &galley.rows {
                    back.extend(row.glyphs.iter().map(|glyph| glyph.chr));
                    back.extend(row.ends_with_newline.then_some('\n'));
                }
                assert!(back == text, "{} of {} bytes", back.len(), text.len());
                let count = text.chars().count();
                for at in (0..=count).step_by(97).chain([count]) {
                    let cursor = CCursor::new(at);
                    let place = galley.pos_from_cursor(cursor).center();
                    let found = galley.cursor_from_pos(place.to_vec2()).index.0;
                    // The end of a row and the beginning of the next are one place in a text that wraps.
                    assert!(found.abs_diff(at) <= 1, "{found} for {at}");
                }
            }
        });
    }

    #[test]
    fn what_is_short_is_as_egui_lays_it_out_and_all_is_as_high() {
        with_ui(|ui| {
            let text: String = texts().swap_remove(0);
            let plain = |text: &str| {
                let height = ui.fonts_mut(|fonts| fonts.row_height(&font(ui)));
                ui.fonts_mut(|fonts| fonts.layout_job(job(ui, height, text, 300.0)))
            };
            assert_eq!(in_pieces(ui, &text[..5_000].to_owned(), 300.0), plain(&text[..5_000]));
            let (pieces, whole) = (in_pieces(ui, &text, 300.0), plain(&text));
            let more = pieces.rows.len() - whole.rows.len();
            assert!(pieces.rows.len() >= whole.rows.len() && more <= text.len() / LEAST + 1, "{more} rows more");
            let row = whole.rows[1].pos.y - whole.rows[0].pos.y;
            assert!((pieces.size().y - pieces.rows.len() as f32 * row).abs() < 1.0);
        });
    }

    /// What makes a typed letter cheap.
    #[test]
    fn a_typed_letter_changes_a_piece_or_two() {
        let pieces = |text: &str| {
            let (mut rest, mut pieces) = (text, Vec::new());
            while !rest.is_empty() {
                let (piece, behind) = rest.split_at(first_piece(rest));
                assert!(piece.len() <= MOST && (behind.is_empty() || piece.len() >= LEAST));
                pieces.push(piece.to_owned());
                rest = behind;
            }
            pieces
        };
        for text in texts().iter().filter(|text| text.len() > MOST && !text.contains('\n')) {
            let before = pieces(text);
            for part in 0..20 {
                let mut text = text.clone();
                text.insert(text.floor_char_boundary(text.len() * part / 20), 'x');
                let new = pieces(&text).into_iter().filter(|piece| !before.contains(piece)).count();
                assert!(new <= 4, "{new} of {} pieces are new", before.len());
            }
        }
    }
}
