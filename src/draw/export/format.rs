//! Which kind of file: by its ending, and a figure in that kind.

use std::path::Path;

use super::{
    error::ExportError,
    figure::{FigureOptions, document, figure},
    outlines::{Lines, outlined},
    page::Page,
    paper::Print,
    pdf::{Meta, pdf},
    png::{SCALE, png},
    remark::Remark,
    svg::svg,
};
use crate::{
    model::Pathway,
    picture::Picture,
    text::{Faces, Shaper},
};

/// By how much letters may be wider in a program that shows an SVG without the fonts in it: the most that was seen in
/// librsvg, `CairoSVG`, Inkscape and `LibreOffice`, which take DejaVu Sans, for short bold words.
const WIDEST: f32 = 1.3;

/// A kind of file that a figure is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics.
    Png,
    /// Portable Document Format.
    Pdf,
}

impl Format {
    /// The kind that a file's ending names, in any case; `None` where it names no other.
    pub fn of(output: &Path) -> Option<Self> {
        let ending = output.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }

    /// A pathway's figure in this kind, and what must be said of it.
    ///
    /// # Errors
    /// Where the figure is too large for the kind, or its fonts cannot be read.
    pub fn write(
        self,
        pathway: &Pathway,
        picture: &Picture,
        options: &FigureOptions<'_>,
        output: &Output,
    ) -> Result<(Vec<u8>, Vec<Remark>), ExportError> {
        let shaper = Shaper::with(&output.faces);
        let mut remarks: Vec<Remark> = Remark::on_letters(pathway, &output.faces).into_iter().collect();
        let lines = if output.outlines && self == Self::Svg { Lines::All } else { Lines::Foreign };
        let figure = |options: &FigureOptions<'_>| outlined(figure(pathway, picture, options, &shaper), lines, &shaper);
        let bytes = match self {
            Self::Svg if output.outlines => svg(&figure(options)).into_bytes(),
            Self::Svg => svg(&figure(&FigureOptions { room: WIDEST, ..options.clone() })).into_bytes(),
            Self::Png => png(&figure(options), SCALE)?,
            Self::Pdf => {
                let (pages, labels) = document(pathway, picture, options, output.print, &shaper);
                remarks.extend(Remark::on_size(labels, output.print, |print| {
                    document(pathway, picture, options, print, &shaper).1
                }));
                let pages: Vec<Page> = pages.into_iter().map(|page| outlined(page, lines, &shaper)).collect();
                let about = pathway.about();
                let (title, subject) = (about.title.clone(), about.summary.clone());
                pdf(&pages, &Meta { title, subject, language: about.language.clone() })?
            }
        };
        Ok((bytes, remarks))
    }
}

/// How a file is written.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// How a PDF is set on paper.
    pub print: Print,
    /// Whether the letters of an SVG are outlines, which look the same everywhere and cannot be selected.
    pub outlines: bool,
    /// Fonts for what the bundled ones lack.
    pub faces: Faces,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_name_formats_in_any_case() {
        let of = |name: &str| Format::of(Path::new(name));
        assert_eq!(of("a/b.svg"), Some(Format::Svg));
        assert_eq!(of("B.PDF"), Some(Format::Pdf));
        assert_eq!(of("c.Png"), Some(Format::Png));
        assert_eq!([of("d"), of("d.jpg"), of(".svg")], [None, None, None]);
    }
}
