//! A page as a PNG picture (ISO/IEC 15948), drawn in strips, so that a large one needs little memory.

mod file;
mod strip;

use self::{file::Picture, strip::Strips};
use super::{
    error::{ExportError, MOST_MEGAPIXELS},
    page::Page,
};

/// The scale at which a page is drawn where nobody asks for another: sharp on screens of high density.
pub const SCALE: f32 = 2.0;

/// Longest side of a picture, in pixels: what programs that read pictures expect.
const LONGEST: f32 = 65_535.0;

/// Most pixels that are drawn at once.
const STRIP: u32 = 8_000_000;

/// Writes a page, drawn `scale` times as large as its unit is a pixel. The same page gives the same bytes.
///
/// # Errors
/// Where the scale is no positive number, and where the picture would be larger than
/// [`MOST_MEGAPIXELS`] or longer than 65,535 pixels.
pub fn png(page: &Page, scale: f32) -> Result<Vec<u8>, ExportError> {
    if !(scale.is_finite() && scale > 0.0) {
        return Err(ExportError::NoScale);
    }
    let [width, height] = [page.width, page.height].map(|side| (side * scale).ceil().max(1.0));
    let pixels = f64::from(width) * f64::from(height);
    if !(width.max(height) <= LONGEST && pixels <= MOST_MEGAPIXELS as f64 * 1e6) {
        return Err(ExportError::TooLarge(width as u64, height as u64));
    }
    let (width, height) = (width as u32, height as u32);
    let mut picture = Picture::new(width, height, scale);
    let mut strips = Strips::new(page, scale);
    let rows = (STRIP / width).clamp(16, height.max(16));
    for top in (0..height).step_by(rows as usize) {
        for row in strips.draw(top, width, rows.min(height - top)).chunks(4 * width as usize) {
            picture.row(row);
        }
    }
    Ok(picture.finish())
}

#[cfg(test)]
mod tests;
