//! Which kind of file: by its ending, and a figure in that kind.

use std::path::Path;

use super::{ExportError, FigureOptions, Meta, Paper, SCALE, document, figure, pdf, png, svg};
use crate::{model::Pathway, picture::Picture, text::Shaper};

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

    /// A pathway's figure in this kind; `paper` counts for PDF only.
    ///
    /// # Errors
    /// Where the figure is too large for the kind, or its fonts cannot be read.
    pub fn write(
        self,
        pathway: &Pathway,
        picture: &Picture,
        options: &FigureOptions<'_>,
        paper: Paper,
    ) -> Result<Vec<u8>, ExportError> {
        let shaper = Shaper::default();
        let figure = || figure(pathway, picture, options, &shaper);
        match self {
            Self::Svg => Ok(svg(&figure()).into_bytes()),
            Self::Png => png(&figure(), SCALE),
            Self::Pdf => {
                let pages = document(pathway, picture, options, paper, &shaper);
                let about = pathway.about();
                let (title, subject) = (about.title.clone(), about.summary.clone());
                pdf(&pages, &Meta { title, subject, language: about.language.clone() })
            }
        }
    }
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
