//! `pathlight sources`: the bibliography, for a reference manager.

use std::path::Path;

use clap::{Args, ValueEnum};

use super::{
    answers::Answer,
    source::{Errors, sound},
};
use crate::{formats::bibliography, model::Source, text::visible_json};

/// What a bibliography is to be like.
#[derive(Clone, Copy, Debug, Args)]
pub struct SourcesArgs {
    /// In which format.
    #[arg(long, value_enum, default_value_t = References::Bibtex)]
    pub format: References,
    /// Which program reads it. For pdflatex, Greek letters in BibTeX are spelt as mathematics, which Typst misreads; for
    /// pandoc, authors who are not named are a last author "others" in CSL-JSON, which other programs print.
    #[arg(long = "for", value_enum, value_name = "PROGRAM", default_value_t = Reader::Any)]
    pub reader: Reader,
}

/// A format of reference managers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum References {
    /// BibTeX.
    Bibtex,
    /// RIS.
    Ris,
    /// CSL-JSON.
    Csl,
}

/// A program that reads a bibliography.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Reader {
    /// Reference managers, Typst, and biber with anything but pdfLaTeX.
    Any,
    /// pdfLaTeX, with BibTeX or biber.
    Pdflatex,
    /// pandoc.
    Pandoc,
}

/// The bibliography; what its format cannot say is said beside it.
pub(super) fn sources(file: &Path, args: SourcesArgs, errors: Errors) -> Result<Answer, String> {
    let opened = sound(file, errors)?;
    let sources: Vec<&Source> = opened.pathway.sources().iter().map(|source| &**source).collect();
    let mut remarks = Vec::new();
    let text = match (args.format, args.reader) {
        (References::Bibtex, Reader::Pdflatex) => {
            let (text, unknown) = bibliography::bibtex_for_pdflatex(&sources);
            remarks.extend(unprinted(&unknown));
            text
        }
        (References::Bibtex, _) => bibliography::bibtex(&sources),
        (References::Ris, _) => bibliography::ris(&sources),
        (References::Csl, Reader::Pandoc) => visible_json(&bibliography::csl_json_for_pandoc(&sources)).into_owned(),
        (References::Csl, _) => visible_json(&bibliography::csl_json(&sources)).into_owned(),
    };
    remarks.extend(unnamed(&sources, args));
    Ok(Answer::new(text).with(&remarks))
}

/// Says how the format says that authors are missing.
fn unnamed(sources: &[&Source], args: SourcesArgs) -> Option<String> {
    let cut = sources.iter().filter(|source| source.author_list().others).count();
    let how = match (args.format, args.reader) {
        (References::Bibtex, _) => "as BibTeX has it, “and others”; some programs print that as a person",
        (References::Csl, Reader::Pandoc) => "with a last author “others”, which pandoc prints as “et al.”",
        (References::Csl | References::Ris, _) => "in a note only; styles print the named ones as if they were all",
    };
    (cut > 0).then(|| {
        let entries = if cut == 1 { "1 source names".to_owned() } else { format!("{cut} sources name") };
        format!("{entries} only some of the authors; the bibliography says so {how}")
    })
}

fn unprinted(unknown: &[char]) -> Option<String> {
    let list: Vec<String> = unknown.iter().map(char::to_string).collect();
    let what = format!("pdfLaTeX has no letters for {} and prints nothing in their place", list.join(" "));
    (!unknown.is_empty()).then_some(what + "; use XeLaTeX or LuaLaTeX, or write them in Latin letters")
}
