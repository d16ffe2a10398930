//! The command line as scripts use it.
#![expect(clippy::expect_used, reason = "what a test stands on may end it")]

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output},
};

fn pathlight(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pathlight"));
    command.args(args).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
    command.output().expect("the program starts")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("it writes text")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("it writes text")
}

fn json(args: &[&str]) -> serde_json::Value {
    let output = pathlight(args);
    assert!(output.status.success(), "{args:?}: {}", err(&output));
    serde_json::from_str(&out(&output)).expect("one JSON object and nothing else")
}

/// A file that goes away with the test.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("pathlight-cli-{}-{name}", std::process::id()));
        fs::write(&path, bytes).expect("a file for the test");
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("the path is text")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        fs::remove_file(&self.0).ok();
    }
}

#[test]
fn info_counts_what_a_pathway_holds() {
    let info = json(&["info", "skull-marrow", "--json"]);
    assert_eq!(info["id"], "skull-marrow");
    assert!(info["nodes"].as_u64() >= Some(20) && info["links"].as_u64() >= Some(26), "{info}");
    let covered = info["links_with_evidence"].as_u64().zip(info["links_without_source"].as_u64());
    assert_eq!(covered.map(|(with, without)| with + without), info["links"].as_u64());
    assert!(info["loops"]["reinforcing"].as_u64() >= Some(1));
    assert_eq!(info["problems"]["errors"], 0);
    let grades = info["grades"].as_object().expect("grades by letter");
    assert_eq!(grades.keys().map(String::as_str).collect::<Vec<_>>(), ["A", "B", "C", "D", "X"]);
    assert!(out(&pathlight(&["info", "skull-marrow"])).contains("21 nodes"));
}

#[test]
fn layout_places_everything_without_a_clash() {
    let layout = json(&["layout", "skull-marrow", "--json"]);
    let info = json(&["info", "skull-marrow", "--json"]);
    for (list, count) in [("nodes", "nodes"), ("links", "links"), ("lanes", "lanes")] {
        assert_eq!(layout[list].as_array().map(Vec::len), info[count].as_u64().map(|n| n as usize), "{list}");
    }
    for bundled in pathlight::session::library::all() {
        let layout = json(&["layout", bundled.id, "--json"]);
        for measure in [
            "node_overlaps",
            "links_through_nodes",
            "lane_intruders",
            "marks_over_ends",
            "marks_over_marks",
            "badges_over_lines",
        ] {
            assert_eq!(layout["metrics"][measure], 0, "{measure} of {}", bundled.id);
        }
    }
    assert!(layout["metrics"]["milliseconds"].as_f64() > Some(0.0));
    let link = &layout["links"][0];
    assert!(link["from"].is_string() && link["to"].is_string() && link["points"][0][0].is_number());
}

#[test]
fn check_says_place_matter_and_next_step() {
    let good = pathlight(&["check", "skull-marrow"]);
    assert_eq!((good.status.code(), out(&good)), (Some(0), String::new()));

    let text = pathlight::session::library::all()[0].text();
    let bad = Scratch::new("effect.pathway.ron", text.replacen("effect: Raises", "effect: Rises", 1).as_bytes());
    let output = pathlight(&["check", bad.path()]);
    assert_eq!(output.status.code(), Some(1));
    let line = out(&output);
    let place = text.lines().position(|line| line.contains("effect: Raises")).expect("there is one") + 1;
    assert!(line.starts_with(&format!("{}:{place}:", bad.path())), "{line}");
    assert!(line.contains(": error: ") && line.contains("Rises") && line.contains("; "), "{line}");

    let said = pathlight(&["check", bad.path(), "--json"]);
    let said: serde_json::Value = serde_json::from_str(&out(&said)).expect("one JSON object");
    assert_eq!(said["files"][0]["problems"][0]["line"], place);
}

#[test]
fn what_cannot_be_read_is_one_clear_line_each() {
    let empty = Scratch::new("empty.pathway.ron", b"");
    let noise: Vec<u8> = (0..=(20 * 1024 * 1024)).map(|i: u32| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let noise = Scratch::new("noise.pathway.ron", &noise);
    let latin = Scratch::new("latin.pathway.ron", b"Pathway(\n    title: \"caf\xe9\",\n)");
    let folder = std::env::temp_dir();
    let cases = [
        ("no-such-file.ron", "1:1: error: there is no such file; "),
        (folder.to_str().expect("text"), "1:1: error: this is a folder; "),
        (empty.path(), "1:1: error: the file is empty; "),
        (noise.path(), "1:1: error: the file is 21 MB long, more than 20 MB; "),
        (latin.path(), "2:16: error: "),
    ];
    for (path, expected) in cases {
        let output = pathlight(&["check", path]);
        assert_eq!(output.status.code(), Some(1), "{path}");
        assert!(out(&output).starts_with(&format!("{path}:{expected}")), "{}", out(&output));
        assert_eq!(out(&output).lines().count(), 1);
        let asked = pathlight(&["info", path, "--json"]);
        assert_eq!((asked.status.code(), out(&asked)), (Some(1), String::new()));
    }
}

#[test]
fn either_reading_can_be_asked() {
    let loops = |reading: &str| json(&["info", "skull-marrow", "--reading", reading, "--json"])["loops"].clone();
    assert!(loops("shown")["undecided"].as_u64() > Some(0));
    assert_eq!(loops("told")["undecided"], 0);
    assert!(loops("told")["reinforcing"].as_u64() > loops("shown")["reinforcing"].as_u64());
}

#[test]
fn sources_come_in_the_formats_of_reference_managers() {
    assert!(out(&pathlight(&["sources", "skull-marrow"])).contains("{kigar2025,"));
    let ris = out(&pathlight(&["sources", "skull-marrow", "--format", "ris"]));
    assert_eq!(ris.matches("TY  - ").count(), ris.matches("ER  - ").count());
    let csl: serde_json::Value =
        serde_json::from_str(&out(&pathlight(&["sources", "skull-marrow", "--format", "csl"]))).expect("it is JSON");
    assert_eq!(csl.as_array().map(Vec::len), Some(ris.matches("TY  - ").count()));
}

#[test]
fn merging_joins_nodes_and_says_conflicts() {
    let good = pathlight::session::library::all()[0].text();
    let one = Scratch::new("one.pathway.ron", good.as_bytes());
    let changed = good.replacen("label: \"Chronic stress\"", "label: \"Strain\"", 1);
    let other = Scratch::new("other.pathway.ron", changed.as_bytes());
    let both = Scratch::new("both.pathway.ron", b"");
    let output = pathlight(&["merge", one.path(), other.path(), "-o", both.path()]);
    assert!(output.status.success(), "{}", err(&output));
    assert!(out(&output).contains("chronic_stress") && out(&output).contains("Strain"), "{}", out(&output));
    let info = json(&["info", both.path(), "--json"]);
    assert_eq!((&info["nodes"], &info["problems"]["errors"]), (&21.into(), &0.into()));
    let missing = pathlight(&["merge", one.path(), "no-such-file.ron", "-o", both.path()]);
    assert_eq!(missing.status.code(), Some(1));
}

#[test]
fn a_pathway_is_drawn_into_a_file() {
    let starts = [("svg", &b"<?xml "[..]), ("PDF", b"%PDF-1.7\n"), ("png", b"\x89PNG\r\n")];
    let small = pathlight::model::notation::parse("stress -> marrow -| calm").expect("notation");
    let small = Scratch::new("small.pathway.ron", pathlight::formats::save(&small).as_bytes());
    for (ending, start) in starts {
        let file = Scratch::new(&format!("drawn.{ending}"), b"");
        let output = pathlight(&["export", small.path(), file.path(), "--theme", "projector"]);
        assert!(output.status.success(), "{}", err(&output));
        let bytes = fs::read(&file.0).expect("it was written");
        assert!(bytes.starts_with(start) && bytes.len() > 10_000, "{ending}: {}", bytes.len());
    }
    let [told, shown] = ["told", "shown"].map(|reading| {
        let file = Scratch::new(&format!("{reading}.svg"), b"");
        assert!(pathlight(&["export", "skull-marrow", file.path(), "--reading", reading]).status.success());
        fs::read_to_string(&file.0).expect("it is text")
    });
    assert!(told.contains("effects as the article tells them") && shown.contains("effects as the sources show them"));
    assert_ne!(told, shown);
}

#[test]
fn an_export_that_cannot_be_is_refused_in_one_sentence() {
    let file = Scratch::new("drawn.gif", b"as it was");
    for (from, to, why) in [
        ("skull-marrow", file.path(), ".svg, .png or .pdf"),
        ("skull-marrow", "drawing", ".svg, .png or .pdf"),
        ("no-such-file", "drawing.svg", "no such file"),
        ("skull-marrow", "/no/such/folder/drawing.svg", "choose another place"),
    ] {
        let output = pathlight(&["export", from, to]);
        assert_eq!(output.status.code(), Some(1));
        assert!(err(&output).contains(why) && err(&output).lines().count() == 1, "{}", err(&output));
    }
    assert_eq!(fs::read(&file.0).expect("a file"), b"as it was");
}

#[test]
fn wrong_usage_is_two() {
    for args in [&["check"][..], &["info"], &["layout", "a", "b"], &["--nonsense"]] {
        assert_eq!(pathlight(args).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn without_a_display_it_says_so_in_one_sentence() {
    let output = pathlight(&[]);
    assert_eq!(output.status.code(), Some(1));
    let text = err(&output);
    assert!(text.contains("no display") && text.contains("pathlight check FILE"), "{text}");
    assert_eq!(text.lines().count(), 1, "{text}");
}

#[test]
fn loops_say_their_kind_and_why() {
    let kinds = |reading: &str| {
        let answer = json(&["loops", "skull-marrow", "--reading", reading, "--json"]);
        assert_eq!(answer["complete"], true);
        let loops = answer["loops"].as_array().expect("loops").clone();
        let through = |l: &serde_json::Value| l["nodes"].as_array().expect("nodes").iter().any(|n| n == "skull_marrow");
        let long: Vec<_> = loops.into_iter().filter(through).collect();
        assert!(!long.is_empty());
        long.iter().map(|l| l["kind"].as_str().expect("a kind").to_owned()).collect::<Vec<_>>()
    };
    assert!(kinds("told").iter().all(|kind| kind == "reinforcing"));
    assert!(kinds("shown").iter().all(|kind| kind == "undecided"));
    let text = out(&pathlight(&["loops", "skull-marrow"]));
    assert!(text.contains("so it is undecided") && text.contains("no reinforcing loop is left"), "{text}");
}

#[test]
fn routes_are_ranked_and_name_what_they_hang_on() {
    let answer = json(&["routes", "skull-marrow", "chronic_stress", "depression", "--json"]);
    let routes = answer["routes"].as_array().expect("routes");
    assert!(routes.len() > 1 && answer["complete"] == true);
    let grades: Vec<&str> = routes.iter().filter_map(|route| route["grade"].as_str()).collect();
    assert!(grades.is_sorted(), "the best supported come first: {grades:?}");
    assert!(routes.iter().all(|route| !route["weakest"].as_array().expect("weakest").is_empty()));
    let short = json(&["routes", "skull-marrow", "chronic_stress", "depression", "--max-length", "1", "--json"]);
    assert_eq!((short["complete"].as_bool(), short["cut_by"].as_str()), (Some(false), Some("length")));
    let by_label = json(&["routes", "skull-marrow", "Chronic stress", "Depression", "--json"]);
    assert_eq!(by_label["routes"], answer["routes"]);
    let unknown = pathlight(&["routes", "skull-marrow", "nowhere", "depression"]);
    assert!(!unknown.status.success() && err(&unknown).contains("info FILE --nodes"), "{}", err(&unknown));
}

#[test]
fn a_blocked_node_shows_what_still_gets_through() {
    let answer = json(&["whatif", "skull-marrow", "--block", "meningeal_neutrophils", "--json"]);
    assert!(answer["still_reached"]["depression"].as_array().is_some_and(|links| !links.is_empty()), "{answer}");
    assert!(answer["broken_loops"].as_array().is_some_and(|loops| !loops.is_empty()));
    let pushed = json(&["whatif", "atlas", "--raise", "chronic_stress", "--json"]);
    assert_eq!(pushed["first_response"]["chronic_stress"], "more");
    let text = out(&pathlight(&["whatif", "skull-marrow", "--raise", "chronic_stress", "--watch", "depression"]));
    assert!(text.contains("Depression: undecided at first"), "{text}");
    assert!(!pathlight(&["whatif", "skull-marrow"]).status.success());
}

#[test]
fn cuts_reach_and_diff_answer() {
    let cuts = json(&["cuts", "skull-marrow", "skull_marrow", "depression", "--json"]);
    assert!(cuts["dominators"].as_array().is_some_and(|nodes| nodes.iter().any(|n| n == "meningeal_inflammation")));
    assert_eq!(cuts["nodes"].as_array().map(Vec::len), Some(1));
    let reach = json(&["reach", "atlas", "depression", "--json"]);
    assert!(reach["causes"].as_object().is_some_and(|causes| causes.len() > 20));
    let same = json(&["diff", "skull-marrow", "skull-marrow", "--json"]);
    assert_eq!(same["differences"].as_array().map(Vec::len), Some(0));
    let other = json(&["diff", "skull-marrow", "microglia", "--json"]);
    assert!(other["differences"].as_array().is_some_and(|found| found.len() > 20));
}

#[test]
fn a_selection_is_told_in_words() {
    let words = json(&["words", "skull-marrow", "skull_marrow", "skull_channels", "--json"]);
    let sentences = words["sentences"].as_array().expect("sentences");
    assert!(sentences.iter().any(|s| !s["link"].is_null()), "the link between the two is told");
    assert!(words["references"].as_array().is_some_and(|list| !list.is_empty()));
    let text = out(&pathlight(&["words", "antidepressants"]));
    assert!(text.starts_with("# ") && text.contains("## References"), "{text}");
}

#[test]
fn a_map_is_marked_and_mistakes_are_no_errors() {
    let map = Scratch::new(
        "map.txt",
        b"chronic-stress -> sympathetic nerve\nChronic stress -| Depression # no\nRain -> Mud\n",
    );
    let marks = json(&["mark", map.path(), "skull-marrow", "--json"]);
    assert_eq!((marks["correct"].as_u64(), marks["wrong_sign"].as_u64()), (Some(1), Some(1)), "{marks}");
    assert_eq!((marks["unknown_nodes"].as_u64(), marks["unmarked"].as_u64()), (Some(2), Some(1)), "{marks}");
    let output = pathlight(&["mark", map.path(), "skull-marrow"]);
    assert!(output.status.success());
    assert!(
        out(&output).contains("other sign: You saw the link from Chronic stress to Depression"),
        "{}",
        out(&output)
    );
    let own = json(&["mark", "skull-marrow", "skull-marrow", "--reading", "told", "--json"]);
    assert_eq!(own["score"], 100);
}

#[test]
fn the_word_list_needs_no_map() {
    let words = out(&pathlight(&["mark", "--words", "skull-marrow"]));
    assert!(words.lines().any(|line| line == "Chronic stress"), "{words}");
    assert_eq!(words, out(&pathlight(&["mark", "some-map", "skull-marrow", "--words"])));
    assert_eq!(pathlight(&["mark", "skull-marrow"]).status.code(), Some(2), "a map or --words is missing");
}

#[test]
fn a_map_that_cannot_be_read_says_where_and_what_next() {
    let map = Scratch::new("broken.txt", b"a -> b\n-> c\n");
    let output = pathlight(&["mark", map.path(), "skull-marrow"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains(":2:1: error: a name is missing"), "{}", err(&output));
    let map = Scratch::new("bytes.txt", &[0xFF, 0xFE]);
    assert!(err(&pathlight(&["mark", map.path(), "skull-marrow"])).contains("not UTF-8"));
    let map = Scratch::new("large.txt", &b"a -> b\n".repeat(20_000));
    assert!(err(&pathlight(&["mark", map.path(), "skull-marrow"])).contains("100 kB"));
}

#[test]
fn a_map_can_come_from_standard_input() {
    use std::{io::Write as _, process::Stdio};
    let mut command = Command::new(env!("CARGO_BIN_EXE_pathlight"));
    let command = command.args(["mark", "-", "skull-marrow"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut running = command.spawn().expect("the program starts");
    running.stdin.take().expect("it reads").write_all(b"Chronic stress -> Sympathetic nerves").expect("it reads");
    let output = running.wait_with_output().expect("it ends");
    assert!(out(&output).contains("1 is drawn and right"), "{}", out(&output));
}

fn case(name: &str) -> String {
    format!("{}/tests/cases/{name}.pathway.ron", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn labels_are_quoted_as_they_are_written() {
    let said = out(&pathlight(&["words", &case("proper-names")]));
    for claim in [
        "Western diet raises Alzheimer pathology.",
        "Alzheimer pathology raises T cells.",
        "T cells raise mRNA.",
        "mRNA lowers TrkB receptor.",
    ] {
        assert!(said.contains(claim), "{said}");
    }
    let said = out(&pathlight(&["cuts", &case("proper-names"), "w", "k"]));
    assert!(said.contains("fewest links that stop every route: Western diet raises Alzheimer pathology\n"), "{said}");
    let said = out(&pathlight(&["cuts", "atlas", "ssri", "trkb"]));
    assert!(said.contains("TrkB receptor") && !said.contains("trkB"), "{said}");
}

#[test]
fn a_difference_between_sources_is_told() {
    let said = out(&pathlight(&["diff", &case("doi-one"), &case("doi-two")]));
    let expected = "1 difference\nThe DOI of the source “S” is “10.1234/x” in the first pathway and “10.1234/y” in the second \
                    pathway.\nNot compared are ids";
    assert!(said.starts_with(expected), "{said}");
}

#[test]
fn every_conflict_over_a_popular_reading_is_said_and_the_first_wins() {
    for (first, second, kept, other) in [
        ("popular-one", "popular-two", "lowers: it lowers", "no effect: it does nothing"),
        ("popular-same", "popular-one", "raises: it raises, strongly", "lowers: it lowers"),
    ] {
        let both = Scratch::new(&format!("{first}.pathway.ron"), b"");
        let said = out(&pathlight(&["merge", &case(first), &case(second), "-o", both.path()]));
        let expected =
            format!("the popular reading of the link “ab” differs in “{second}”: “{kept}” is kept, not “{other}”\n");
        assert!(said.contains(&expected), "{said}");
        assert!(said.ends_with("2 nodes, 1 link\n"), "{said}");
    }
}

#[test]
fn a_bibliography_says_what_its_format_cannot() {
    let plain = pathlight(&["sources", "skull-marrow"]);
    assert!(out(&plain).contains(" and others") && err(&plain).contains("name only some of the authors"));
    let case = "tests/cases/apa-source.pathway.ron";
    let whole = pathlight(&["sources", case, "--format", "ris"]);
    assert_eq!((out(&whole).matches("AU  - ").count(), err(&whole).as_str()), (3, ""));
    let pandoc = out(&pathlight(&["sources", "skull-marrow", "--format", "csl", "--for", "pandoc"]));
    assert!(pandoc.contains("\"literal\": \"others\"") && !pandoc.contains("more authors than"));
    let greek =
        fs::read_to_string(case).expect("it is text").replace("title: \"A study\"", "title: \"IFN-γ and sleep\"");
    let greek = Scratch::new("greek.pathway.ron", greek.as_bytes());
    assert!(out(&pathlight(&["sources", greek.path()])).contains("IFN-γ"));
    let latex = out(&pathlight(&["sources", greek.path(), "--for", "pdflatex"]));
    assert!(latex.contains("IFN-{$\\gamma$} and sleep"), "{latex}");
    assert!(out(&pathlight(&["sources", "--help"])).contains("Typst misreads"));
}

#[test]
fn letters_that_no_font_has_are_said_and_those_of_a_font_are_drawn() {
    let case = "tests/cases/scripts.pathway.ron";
    let none = std::env::temp_dir().join(format!("pathlight-no-fonts-{}", std::process::id()));
    fs::create_dir_all(&none).expect("a folder");
    let none = none.to_str().expect("text");
    let warned = pathlight(&["check", case, "--fonts", none]);
    let line = format!("{case}:11:31: warning: no font here has ");
    assert!(out(&warned).starts_with(&line) && out(&warned).contains("“ד” (U+05D3)"), "{}", out(&warned));
    assert_eq!(out(&pathlight(&["check", case, "--fonts", "tests/fonts"])), "");
    let picture = Scratch::new("scripts.svg", b"");
    let drawn = pathlight(&["export", case, picture.path(), "--fonts", "tests/fonts"]);
    assert_eq!(err(&drawn), "");
    let svg = fs::read_to_string(picture.path()).expect("it is written");
    assert!(svg.contains("<title>慢性炎症</title></path>"));
    let boxes = pathlight(&["export", case, picture.path(), "--fonts", none]);
    assert!(boxes.status.success() && err(&boxes).contains("boxes stand for them"), "{}", err(&boxes));
    fs::remove_dir(none).ok();
}

#[test]
fn paper_that_is_too_small_is_said_and_tiles_are_to_be_had() {
    let picture = Scratch::new("paper.pdf", b"");
    let small = pathlight(&["export", "atlas", picture.path()]);
    let said = err(&small);
    assert!(small.status.success() && said.contains("too small to read") && said.contains("with --paper a"), "{said}");
    for more in [&["--tiles"][..], &["--paper", "a0", "--landscape"]] {
        let args = [&["export", "atlas", picture.path()], more].concat();
        assert_eq!(err(&pathlight(&args)), "", "{more:?}");
    }
}

#[test]
fn a_new_file_passes_and_nothing_is_written_over() {
    let file = Scratch::new("My Map.pathway.ron", b"");
    let refused = pathlight(&["new", file.path()]);
    assert_eq!((refused.status.code(), out(&refused).as_str()), (Some(1), ""));
    assert!(err(&refused).contains("is there already") && err(&refused).lines().count() == 1, "{}", err(&refused));
    assert_eq!(fs::read(&file.0).expect("a file"), b"");
    fs::remove_file(&file.0).expect("it goes");
    let refused = pathlight(&["new", file.path(), "--title", "Mine \u{202E}"]);
    assert!(err(&refused).contains("U+202E") && err(&refused).lines().count() == 1, "{}", err(&refused));
    assert!(!file.0.exists());
    for (args, title) in [(&[][..], "Untitled pathway"), (&["--title", "“Mine” \\ \"own\""], "“Mine” \\ \"own\"")]
    {
        let made = pathlight(&[&["new", file.path()], args].concat());
        assert!(made.status.success(), "{}", err(&made));
        let checked = pathlight(&["check", file.path()]);
        assert_eq!((checked.status.code(), out(&checked)), (Some(0), String::new()));
        assert_eq!(json(&["info", file.path(), "--json"])["title"], title);
        fs::remove_file(&file.0).expect("it goes");
    }
    let nowhere = pathlight(&["new", "/no/such/folder/x.pathway.ron"]);
    assert!(err(&nowhere).contains("its folder does not exist"), "{}", err(&nowhere));
}

#[test]
fn the_format_is_explained() {
    assert_eq!(out(&pathlight(&["format"])), fs::read_to_string("assets/FORMAT.md").expect("it is there"));
}

#[test]
fn the_smallest_pathway_of_the_readme_passes() {
    let readme = fs::read_to_string("README.md").expect("it is there");
    let shown =
        readme.split("```ron\n").find(|text| text.starts_with("Pathway(")).and_then(|text| text.split("```").next());
    let file = Scratch::new("readme.pathway.ron", shown.expect("README shows one").as_bytes());
    let checked = pathlight(&["check", file.path()]);
    assert_eq!((checked.status.code(), out(&checked)), (Some(0), String::new()));
}
