//! Pasted texts: our own bibliographies of every shipped pathway read again, and junk refused in time.
#![expect(clippy::expect_used, reason = "what a test stands on may end it")]

use pathlight_core::{
    citing::{self, recognise},
    formats::{self, bibliography},
    model::Source,
};

fn shipped() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../graphs");
    let paths =
        std::fs::read_dir(folder).expect("graphs can be read").map(|entry| entry.expect("it can be read").path());
    let files: Vec<(String, String)> =
        paths.map(|path| (path.display().to_string(), std::fs::read_to_string(path).expect("it is text"))).collect();
    assert!(files.len() > 5);
    files
}

/// What every format of a bibliography holds of a source.
fn held(source: &Source) -> String {
    let authors = source.author_list();
    let mut venue = source.journal();
    venue.pages = venue.pages.map(|pages| pages.replace('–', "-"));
    let kind = source.publication().map(|(kind, _)| kind);
    let Source { year, title, doi, pmid, url, .. } = source;
    let title = title.trim_end_matches('.');
    format!("{:?} {} {year} {title:?} {venue:?} {doi:?} {pmid:?} {url:?} {kind:?}", authors.names, authors.others)
}

#[test]
fn every_bibliography_is_read_again_as_the_same_sources() {
    for (name, text) in shipped() {
        let pathway = formats::open(text.as_bytes()).expect("it opens").pathway;
        let sources: Vec<&Source> = pathway.sources().iter().map(|source| &**source).collect();
        let texts = [
            ("BibTeX", bibliography::bibtex(&sources)),
            ("BibTeX for pdfLaTeX", bibliography::bibtex_for_pdflatex(&sources).0),
            ("RIS", bibliography::ris(&sources)),
            ("CSL JSON", bibliography::csl_json(&sources)),
            ("CSL JSON for pandoc", bibliography::csl_json_for_pandoc(&sources)),
        ];
        for (format, text) in texts {
            let pasted = citing::recognise(&text).unwrap_or_else(|why| panic!("{name}, {format}: {why}"));
            assert_eq!(
                (pasted.found.len(), pasted.remarks.as_slice()),
                (sources.len(), [].as_slice()),
                "{name}, {format}"
            );
            for (found, source) in pasted.found.iter().zip(&sources) {
                assert_eq!(held(&found.source), held(source), "{name}, {format}");
                // It is known already, and fills no gap.
                let same = citing::same_as(&pathway, &found.source);
                assert_eq!(same.as_ref(), Some(&source.id), "{name}, {format}");
                assert_eq!(citing::gaps(source, &found.source), [], "{name}, {format}: {}", source.id);
                assert_eq!(found.remarks, [] as [String; 0], "{name}, {format}: {}", source.id);
            }
        }
    }
}

#[test]
fn every_line_of_our_reference_lists_is_read_again() {
    let mut otherwise = Vec::new();
    for (name, text) in shipped() {
        for source in formats::open(text.as_bytes()).expect("it opens").pathway.sources() {
            let line = source.reference();
            let pasted = citing::recognise(&line).unwrap_or_else(|why| panic!("{name}: {line}: {why}"));
            let read = &pasted.found[0].source;
            let of = |source: &Source| (source.author_list().names, source.year, source.doi.clone());
            if (read.title.as_str(), of(read)) != (source.title.trim_end_matches('.'), of(source)) {
                otherwise.push((line, read.clone()));
            }
        }
    }
    assert_eq!(otherwise, []);
}

#[test]
fn junk_is_refused_quickly() {
    const LONG: usize = 100_000;
    let fill = |text: &str| text.repeat(LONG / text.len());
    let mut refused = 0;
    let mut slow = Vec::new();
    let mut read = |junk: &str, text: &str| {
        let started = std::time::Instant::now();
        refused += usize::from(recognise(text).is_err());
        // Without optimisation, and beside other tests; a text that is read in squares takes minutes.
        slow.extend((started.elapsed().as_millis() > 4_000).then(|| (junk.to_owned(), text.len(), started.elapsed())));
    };
    for junk in [
        "x",
        "x ",
        ". ",
        "A. ",
        "(2020",
        "@",
        "@a{",
        "{",
        "[",
        "[[",
        "\"",
        "10.",
        "10.1000/",
        "&",
        "<",
        "<i",
        "%",
        "- ",
        "TY",
        "Doe J, ",
        "Doe, J., ",
        "1. ",
        "1, ",
        "? ",
        "' ",
        "“",
        "http://",
        "and ",
        "@a{b,c={",
        "In: ",
        " ed. ",
        "2020;1:",
        "pp. 1 ",
        "\n",
        "\\'",
        "\\",
        "@string{a=",
        "PMID",
        "doi: ",
        "A B. 1:",
    ] {
        read(junk, &fill(junk));
        read(junk, &format!("@article{{x, title={{T}}, author={{{}}}}}", fill(junk)));
        read(junk, &format!("TY  - CHAP\nTI  - T\nAU  - {}\nER  - ", fill(junk)));
    }
    assert!(refused > 30, "{refused}");
    assert_eq!(slow, []);
}
