//! Tests of the whole way: a file, what it means, the pathway and the report. Each format has a file of its own here and
//! its fixtures in a folder of its own, with the right values from its public description.

mod aopwiki;
mod bel;
mod boolean;
mod canvas;
mod cx2;
mod cytoscape;
mod dagitty;
mod damaged;
mod databases;
mod dot;
mod edges;
mod gocam;
mod gpml;
mod graphml;
mod indra;
mod kgx;
mod kgx_table;
mod kumu;
mod loopy;
mod matrix;
mod mermaid;
mod mitab;
mod nodelink;
mod round;
mod rules;
mod sbgn;
mod sif;
mod tetrad;
mod xmile;

use crate::{FORMATS, Imported, Input, NoticeKind, Wishes, build, model::Pathway, read, recognise};

/// Imports a file, which must be recognised as the format of that id.
#[track_caller]
fn imported(id: &str, name: &str, bytes: &[u8]) -> Imported {
    imported_with(id, name, bytes, &Wishes::default())
}

/// The same, with wishes.
#[track_caller]
fn imported_with(id: &str, name: &str, bytes: &[u8], wishes: &Wishes) -> Imported {
    let input = Input::new(name, bytes);
    assert_eq!(recognise(&input).map(|format| format.id), Some(id), "{name}");
    let (format, draft) = read(&input, None).expect("it can be read");
    build(format, draft, wishes).expect("it can be built")
}

/// What is said of a file that cannot be read.
#[track_caller]
fn refused(name: &str, bytes: &[u8]) -> String {
    let input = Input::new(name, bytes);
    let said = match read(&input, None) {
        Err(problem) => problem,
        Ok((format, draft)) => build(format, draft, &Wishes::default()).expect_err("it is refused"),
    };
    said.to_string()
}

/// The links of a pathway by the labels of their ends: `stress raises cortisol`, in the order of the file.
fn sentences(pathway: &Pathway) -> Vec<String> {
    let label = |id| pathway.label(id);
    pathway.links().map(|link| format!("{} {} {}", label(&link.from), link.effect.label(), label(&link.to))).collect()
}

/// Whether a name reads as a value that is missing, which networks from Python write so.
fn reads_as_missing(name: &str) -> bool {
    ["nan", "none", "null", "na"].contains(&name.to_lowercase().as_str())
}

/// How many notices of a kind a report has.
fn noticed(imported: &Imported, kind: NoticeKind) -> usize {
    imported.report.notices.iter().filter(|notice| notice.kind == kind).count()
}
