//! Every form in which a source is handed on, and what is read off it.

use super::{line, one};
use crate::citing::{Form, recognise};

/// What is read off a text; `_` stands for the id, the DOI and the PubMed number of one paper.
#[track_caller]
fn check(form: Form, table: &[(&str, &str)]) {
    for (text, expected) in table {
        let found = one(text);
        assert_eq!(line(&found.source), *expected, "{text}");
        assert_eq!((found.form, found.question), (form, None), "{text}");
    }
}

const DOI: &str = "10.1038/s41467-025-62840-5";

#[test]
fn identifiers_and_addresses() {
    check(
        Form::Doi,
        &[
            (DOI, "source||0|||10.1038/s41467-025-62840-5|||"),
            ("doi: 10.1038/s41467-025-62840-5.", "source||0|||10.1038/s41467-025-62840-5|||"),
            ("https://doi.org/ 10.1038/nm.3589", "source||0|||10.1038/nm.3589|||"),
            ("Stress & marrow — https://doi.org/10.1038/nm.3589", "stress||0|Stress & marrow||10.1038/nm.3589|||"),
            ("10.1038/nm.3589, PMID: 123", "source||0|||10.1038/nm.3589|123||"),
            (
                "10.1002/(SICI)1097-0258(19980815/30)17:15/16&lt;1661::AID-SIM968&gt;3.0.CO;2-2",
                "source||0|||10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2|||",
            ),
        ],
    );
    check(
        Form::Pmid,
        &[("PMID: 40890098", "source||0||||40890098||"), ("https://pubmed.ncbi.nlm.nih.gov/7/", "source||0||||7||")],
    );
    let central = "source||0|||||https://pmc.ncbi.nlm.nih.gov/articles/PMC12402302/|";
    check(
        Form::Pmcid,
        &[
            ("PMC12402302", central),
            ("PMCID: PMC12402302", central),
            ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12402302/", central),
        ],
    );
    check(
        Form::Address,
        &[
            ("https://www.who.int/news/depression", "source||0|||||https://www.who.int/news/depression|"),
            ("Depression\nhttps://www.who.int/news", "depression||0|Depression||||https://www.who.int/news|"),
            (
                "[Depression (disorder)](https://www.who.int/news)",
                "depression||0|Depression (disorder)||||https://www.who.int/news|",
            ),
        ],
    );
    let several =
        recognise("10.1038/nm.3589\n\nPMID: 7\nhttps://www.who.int/x\n10.1038/nm.3590; 10.1038/nm.3591").expect("five");
    assert_eq!((several.found.len(), several.remarks.len()), (5, 0));
}

#[test]
fn bibtex() {
    check(
        Form::Bibtex,
        &[
            (
                r#"@Article{Kigar2025-ab,
  title     = "Chronic social defeat stress in {IL-6} mice: {$\beta$}-arrestin \& {TNF-$\alpha$}",
  author    = "Kigar, Stacey L and Lynall, Mary-Ellen and Bj{\"o}rklund, {\AA}sa and {NIMA Consortium} and others",
  journal   = "Nat. Commun.",
  volume    =  16,
  number    =  1,
  pages     = "8153--8160",
  month     =  sep,
  year      =  2025,
  doi       = "https://doi.org/10.1038/s41467\_025"
}"#,
                "kigar2025|Kigar SL, Lynall M-E, Björklund Å, NIMA Consortium, et al.|2025|Chronic social defeat stress in \
                 IL-6 mice: β-arrestin & TNF-α|Nat Commun 16(1):8153-8160|10.1038/s41467_025|||",
            ),
            (
                "@string{np = {Nature Publishing}} @incollection{x, author={Doe, Jane}, title={On stress}, booktitle={Stress}, \
                 editor={Fink, G. and Roe, B.}, pages={3--11}, publisher=np # { Group}, address={London}, year={2016}}",
                "doe2016|Doe J|2016|On stress|In: Fink G, Roe B, editors. Stress. London: Nature Publishing Group. p. 3-11||||",
            ),
            (
                "@book{x, editor={Fink, George}, title={Stress}, publisher={Academic Press}, address={London}, date={2016-03}}",
                "fink2016|Fink G (ed.)|2016|Stress|London: Academic Press||||",
            ),
            (
                "@phdthesis{x, author={Jane Doe}, title={Stress}, school={University of Bern}, type={PhD thesis}, year=2016}",
                "doe2016|Doe J|2016|Stress|PhD thesis, University of Bern||||",
            ),
            (
                "@online{x, author={{World Health Organization}}, title={Depression}, url={https://www.who.int/x}, year=2023}",
                "who2023|World Health Organization|2023|Depression||||https://www.who.int/x|",
            ),
            (
                "@misc{x, author={Doe, J}, title={Stress}, archivePrefix={arXiv}, eprint={2001.01234}, year=2020}",
                "doe2020|Doe J|2020|Stress||||https://arxiv.org/abs/2001.01234|",
            ),
        ],
    );
    let two =
        recognise("@article{a, title={A}}\n@article{b, year=2020}\n@article{c, title = {C").expect("two have a title");
    assert_eq!(two.found.len(), 2);
    assert_eq!(two.found[1].remarks, ["The entry breaks off; what stands before that was read."]);
    assert_eq!(two.remarks, ["1 entry says neither a title nor an identifier and was left out."]);
}

#[test]
fn ris() {
    let kigar = "kigar2025|Kigar SL, Lynall M-E|2025|Chronic stress|Nat Commun 16(1):8153-8160|10.1038/x1|40890098||";
    check(
        Form::Ris,
        &[
            (
                "TY  - JOUR\r\nAU  - Kigar, S. L.\r\nAU  - Lynall, Mary-Ellen\r\nPY  - 2025/09/01\r\nTI  - Chronic\r\nstress\r\n\
                 JO  - Nat. Commun.\r\nVL  - 16\r\nIS  - 1\r\nSP  - 8153\r\nEP  - 8160\r\nDO  - https://doi.org/10.1038/x1\r\n\
                 AN  - 40890098\r\nUR  - https://doi.org/10.1038/x1\r\nER  - \r\n",
                kigar,
            ),
            (
                "\u{feff}\n\nTY - JOUR\nA1 - Kigar SL\nA1 - Lynall M-E\nY1 - 2025///\nT1 - Chronic stress.\nJF - Nat Commun\nVL - 16\n\
                 IS - 1\nSP - 8153-8160\nDO - 10.1038/x1\nAN - 40890098\nER -",
                kigar,
            ),
            (
                "TY  - CHAP\nAU  - Doe, J\nED  - Fink, G\nTI  - On stress\nT2  - Stress\nSP  - 3\nEP  - 11\nPB  - AP\nCY  - London\nPY  - 2016\nER  - ",
                "doe2016|Doe J|2016|On stress|In: Fink G, editor. Stress. London: AP. p. 3-11||||",
            ),
        ],
    );
    let two = recognise("TY  - JOUR\nTI  - A\nER  - \nTY  - BOOK\nTI  - B\n").expect("two records");
    assert_eq!(two.found.iter().map(|found| found.remarks.len()).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn pubmed_and_csl() {
    check(
        Form::PubMed,
        &[(
            "PMID- 40890098\nOWN - NLM\nDP  - 2025 Sep 1\nTI  - Chronic social defeat stress induces meningeal neutrophilia\n      \
             in male mice.\nPG  - 8153\nLID - 8153 [pii]\nLID - 10.1038/s41467-025-62840-5 [doi]\nAB  - BACKGROUND: TI - no.\n\
             FAU - Kigar, Stacey L\nAU  - Kigar SL\nFAU - Lynall, Mary-Ellen\nAU  - Lynall ME\nCN  - NIMA Consortium\nVI  - 16\n\
             IP  - 1\nTA  - Nat Commun\nJT  - Nature communications\nPMC - PMC12402302\n",
            "kigar2025|Kigar SL, Lynall ME, NIMA Consortium|2025|Chronic social defeat stress induces meningeal neutrophilia in \
             male mice|Nat Commun 16(1):8153|10.1038/s41467-025-62840-5|40890098||",
        )],
    );
    check(
        Form::CslJson,
        &[
            (
                r#"{"type": "article-journal", "title": "Chronic <i>stress</i>", "container-title": "Nat Commun", "volume": 16,
                    "page": "8153–8160", "DOI": "10.1038/x1", "PMID": "40890098", "issued": {"date-parts": [["2025", 9]]},
                    "author": [{"family": "Kigar", "given": "Stacey L."}, {"literal": "NIMA Consortium"}]}"#,
                "kigar2025|Kigar SL, NIMA Consortium|2025|Chronic stress|Nat Commun 16:8153-8160|10.1038/x1|40890098||",
            ),
            (
                r#"[{"type": "webpage", "title": "Depression", "URL": "https://www.who.int/x", "container-title": "WHO"}]"#,
                "depression||0|Depression|WHO|||https://www.who.int/x|",
            ),
        ],
    );
}

#[test]
fn lines_of_reference_lists() {
    let people = "Kigar SL, Lynall M-E, Herkenham M";
    let paper = |authors: &str, venue: &str| {
        format!("kigar2025|{authors}|2025|Chronic stress induces IL-6 in male mice|{venue}|{DOI}|||")
    };
    let short = "Nat Commun 16(1):8153";
    let long = "Nature Communications 16(1):8153";
    for (text, expected) in [
        // Vancouver, AMA, PubMed.
        (
            "1. Kigar SL, Lynall M-E, Herkenham M. Chronic stress induces IL-6 in male mice. Nat Commun. 2025;16(1):8153. \
             doi:10.1038/s41467-025-62840-5",
            paper(people, short),
        ),
        (
            "Kigar SL, Lynall M-E, Herkenham M, et al. Chronic stress induces IL-6 in male mice. *Nat Commun*. 2025 Sep \
             1;16(1):8153. doi: 10.1038/s41467-025-62840-5. Epub 2025 Aug 3.",
            paper("Kigar SL, Lynall M-E, Herkenham M, et al.", "Nat Commun 16(1):8153 (Epub 2025 Aug 3)"),
        ),
        (
            "[12] Kigar SL, Lynall M-E, Herkenham M. Chronic stress induces IL-6 in male mice [Internet]. Nat Commun. \
             2025;16(1):8153 [cited 2026 Jan 3]. Available from: https://doi.org/10.1038/s41467-025-62840-5",
            paper(people, short),
        ),
        // APA.
        (
            "Kigar, S. L., Lynall, M.-E., & Herkenham, M. (2025). Chronic stress induces IL-6 in male mice. Nature \
             Communications, 16(1), 8153. https://doi.org/10.1038/s41467-025-62840-5",
            paper(people, long),
        ),
        (
            "Kigar, S. L., Lynall, M.-E., … Herkenham, M. (2025, September 1). Chronic stress induces IL-6 in male mice. \
             Nature Communications, 16(1), Article 8153. https://doi.org/10.1038/s41467-025-62840-5",
            paper(&format!("{people}, et al."), long),
        ),
        // Nature.
        (
            "Kigar, S. L., Lynall, M.-E. & Herkenham, M. Chronic stress induces IL-6 in male mice. Nat. Commun. 16, 8153 \
             (2025). https://doi.org/10.1038/s41467-025-62840-5",
            paper(people, "Nat Commun 16:8153"),
        ),
        (
            "Kigar, S. L. et al. Chronic stress induces IL-6 in male mice. Nat. Commun. 16, 8153 (2025). \
             doi:10.1038/s41467-025-62840-5",
            paper("Kigar SL, et al.", "Nat Commun 16:8153"),
        ),
    ] {
        check_paper(text, &expected);
    }
    for (text, expected) in [
        // Harvard.
        (
            "Kigar, S.L., Lynall, M.-E. and Herkenham, M. (2025) ‘Chronic stress induces IL-6 in male mice’, Nature \
             Communications, 16(1), p. 8153. Available at: https://doi.org/10.1038/s41467-025-62840-5 (Accessed: 3 January 2026).",
            paper(people, long),
        ),
        (
            "Kigar SL, Lynall M-E, Herkenham M (2025) Chronic stress induces IL-6 in male mice. Nat Commun 16(1):8153. \
             doi:10.1038/s41467-025-62840-5",
            paper(people, short),
        ),
        // Chicago, IEEE, and a year between full stops.
        (
            "Kigar, S. L., M.-E. Lynall, and M. Herkenham. “Chronic stress induces IL-6 in male mice.” Nature Communications \
             16, no. 1 (2025): 8153. https://doi.org/10.1038/s41467-025-62840-5.",
            paper(people, long),
        ),
        (
            "S. L. Kigar, M.-E. Lynall, and M. Herkenham, “Chronic stress induces IL-6 in male mice,” Nat. Commun., vol. 16, \
             no. 1, p. 8153, 2025, doi: 10.1038/s41467-025-62840-5.",
            paper(people, short),
        ),
        (
            "Kigar SL, Lynall M-E, Herkenham M. 2025. Chronic stress induces IL-6 in male mice. Nat Commun 16(1): 8153. \
             https://doi.org/10.1038/s41467-025-62840-5",
            paper(people, short),
        ),
    ] {
        check_paper(text, &expected);
    }
}

#[track_caller]
fn check_paper(text: &str, expected: &str) {
    let found = one(text);
    assert_eq!((line(&found.source).as_str(), found.form), (expected, Form::Reference), "{text}");
    assert_eq!(found.remarks, [] as [String; 0], "{text}");
}

#[test]
fn lines_with_books_pages_and_odd_titles() {
    check(
        Form::Reference,
        &[
            // Titles with sentences of their own, and with abbreviations.
            (
                "Doe J, Roe B. Is it so? A review of St. John’s wort vs. placebo. Proc. Natl Acad. Sci. USA 110, 16574–16579 (2013).",
                "doe2013|Doe J, Roe B|2013|Is it so? A review of St. John’s wort vs. placebo|Proc Natl Acad Sci USA \
                 110:16574-16579||||",
            ),
            (
                "UK ECT Review Group. Efficacy and safety of electroconvulsive therapy: a review. Lancet. 2003;361:799-808. PMID: 12642045.",
                "ukectrg2003|UK ECT Review Group|2003|Efficacy and safety of electroconvulsive therapy: a review|Lancet \
                 361:799-808||12642045||",
            ),
            ("Doe J. Sleep. Nature. 2020 Jan 5. doi:10.1038/x1", "doe2020|Doe J|2020|Sleep|Nature|10.1038/x1|||"),
            (
                "Doe J. Handbook of stress. London: Academic Press; 2010.",
                "doe2010|Doe J|2010|Handbook of stress|London: Academic Press||||",
            ),
            (
                "Doe, J. (2010). Handbook of stress (2nd ed.). Academic Press.",
                "doe2010|Doe J|2010|Handbook of stress (2nd ed.)|Academic Press||||",
            ),
            (
                "Doe, J. (2010). On stress. In G. Fink (Ed.), Handbook of stress (pp. 3–11). Academic Press.",
                "doe2010|Doe J|2010|On stress|In G. Fink (Ed.), Handbook of stress (pp. 3–11). Academic Press||||",
            ),
            (
                "Doe J. On stress. In: Fink G, editor. Handbook of stress. London: Academic Press; 2010. p. 3-11.",
                "doe2010|Doe J|2010|On stress|In: Fink G, editor. Handbook of stress. London: Academic Press; 2010. p. 3-11||||",
            ),
            (
                "World Health Organization. (2023). Depressive disorder. https://www.who.int/news",
                "who2023|World Health Organization|2023|Depressive disorder||||https://www.who.int/news|",
            ),
            // Our own.
            (
                "Doe J (2020). Sleep and mood. Nature 5(1):3-4. https://doi.org/10.1038/x1 [citation not yet confirmed]",
                "doe2020|Doe J|2020|Sleep and mood|Nature 5(1):3-4|10.1038/x1|||",
            ),
        ],
    );
}

#[test]
fn lists_of_references_are_read_one_by_one() {
    let two = "1. Doe J. Sleep and\nmood. Nature. 2020;5:3-4.\n2. Roe B. Mood and sleep. Nature. 2021;6:5-6.";
    let read = |text: &str| -> Vec<String> {
        let pasted = recognise(text).expect("they are references");
        pasted.found.iter().map(|found| found.source.id.to_string()).collect()
    };
    assert_eq!(read(two), ["doe2020", "roe2021"]);
    assert_eq!(read(&two.replace("1. ", "").replace("\n2. ", "\n\n")), ["doe2020", "roe2021"]);
    let mixed = recognise(&format!("{two}\n\nhello there")).expect("two can be read");
    assert_eq!(mixed.remarks, ["1 of 3 parts was not read as a source."]);
}
