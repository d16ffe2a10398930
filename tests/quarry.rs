//! A table of links on the command line, as scripts ask it.
#![expect(clippy::expect_used, reason = "what a test stands on may end it")]

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output},
};

const TABLE: &str = "ENTITYA\tENTITYB\tEFFECT\tPMID\tSENTENCE\n\
    IL6\tSTAT3\tup-regulates activity\t11111111\tIL-6 activates STAT3.\n\
    IL6\tSTAT3\tdown-regulates\t22222222\tIt does not.\n\
    STAT3\tBCL2\tup-regulates\t33333333\tSTAT3 induces BCL2.\n\
    cut\n\
    BCL2\tDEATH\tdown-regulates\t\t\n";

/// A folder that goes away with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("pathlight-quarry-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        fs::write(&path, text).expect("a file for the test");
        path
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().expect("the path is text").to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn pathlight(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_pathlight")).args(args).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("it writes text")
}

fn json(args: &[&str]) -> serde_json::Value {
    let output = pathlight(args);
    assert!(output.status.success(), "{args:?}: {}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("one JSON object and nothing else")
}

#[test]
fn a_table_says_what_it_holds_and_what_its_words_are_taken_for() {
    let folder = Folder::new("about");
    let table = folder.file("t.tsv", TABLE);
    let about = json(&["quarry", &table, "about", "--json"]);
    assert_eq!(
        (about["rows"].as_u64(), about["links"].as_u64(), about["divided"].as_u64()),
        (Some(4), Some(3), Some(1))
    );
    assert_eq!((&about["columns"]["source"], &about["columns"]["relation"][0]), (&"ENTITYA".into(), &"EFFECT".into()));
    assert_eq!(about["words"][0], serde_json::json!({"word": "down-regulates", "rows": 2, "effect": "lowers"}));
    let output = pathlight(&["quarry", &table, "about"]);
    let said = text(&output.stderr);
    assert!(said.contains("1 row ends before the columns that are needed and is left out (line 5); look"), "{said}");
    let other = json(&["quarry", &table, "about", "--word", "down-regulates=unknown", "--json"]);
    assert_eq!((other["signed"].as_u64(), other["divided"].as_u64()), (Some(2), Some(0)));
}

#[test]
fn names_neighbours_and_routes_are_found_with_their_papers() {
    let folder = Folder::new("asked");
    let table = folder.file("t.tsv", TABLE);
    let names = json(&["quarry", &table, "names", "stat", "--json"]);
    assert_eq!(names["names"], serde_json::json!([{"name": "STAT3", "causes": 1, "effects": 1}]));
    let around = json(&["quarry", &table, "around", "bcl-2", "--json"]);
    assert_eq!(around["causes"][0]["nearest"][0]["by"]["papers"], serde_json::json!(["PMID 33333333"]));
    let routes = json(&["quarry", &table, "--json", "routes", "IL6", "DEATH"]);
    assert_eq!((routes["complete"].as_bool(), routes["undecided"].as_u64()), (Some(true), Some(1)));
    assert_eq!(routes["routes"][0]["links"].as_array().map(Vec::len), Some(3));
    let short = pathlight(&["quarry", &table, "routes", "STAT3", "DEATH", "--steps", "2"]);
    let said = text(&short.stdout);
    assert!(said.starts_with("STAT3 to DEATH: 1 route of up to 2 links; 0 raise, 1 lower, 0 undecided\n"), "{said}");
    assert!(said.contains("1. STAT3 > BCL2 > DEATH: lowers\n   STAT3 raises BCL2 (1 row; PMID 33333333)"), "{said}");
    let nobody = pathlight(&["quarry", &table, "around", "IL"]);
    assert!(!nobody.status.success() && text(&nobody.stderr).contains("near it are “IL6”"), "{}", text(&nobody.stderr));
}

#[test]
fn a_part_is_taken_checked_and_compared_with_a_newer_table() {
    let folder = Folder::new("taken");
    let table = folder.file("t.tsv", TABLE);
    let part = folder.path("part.pathway.ron");
    let taken = json(&["quarry", &table, "take", "--routes", "IL6", "BCL2", "-o", &part, "--title", "IL-6", "--json"]);
    assert_eq!(
        (taken["nodes"].as_u64(), taken["links"].as_u64(), taken["sources"].as_u64()),
        (Some(3), Some(2), Some(3))
    );
    let info = json(&["info", &part, "--json"]);
    assert_eq!((info["problems"]["errors"].as_u64(), info["links_with_evidence"].as_u64()), (Some(0), Some(2)));
    assert_eq!(
        text(&pathlight(&["quarry", &table, "changed", &part]).stdout),
        "t.tsv has nothing beyond what was taken\n"
    );
    let newer = folder.file("newer.tsv", &TABLE.replace("33333333", "44444444"));
    let changed = json(&["quarry", &newer, "changed", &part, "--json"]);
    assert_eq!(changed["new_papers"], serde_json::json!([{"link": "STAT3 raises BCL2", "papers": ["PMID 44444444"]}]));
    let over = pathlight(&["quarry", &table, "take", "IL6", "-o", &table]);
    assert!(text(&over.stderr).contains("is read, so it is not written over"), "{}", text(&over.stderr));
}

#[test]
fn what_is_no_table_is_said_in_one_sentence_with_its_place() {
    let folder = Folder::new("bad");
    for (bytes, said) in [
        ("", "t.tsv:1:1: error: the table is empty; open a table with a row for each link\n"),
        ("a\nb\n", "t.tsv:1:1: error: the table has one column only; open"),
        (
            "year\tpmid\tsentence\n1\t2\tc\n",
            "no column is named like a cause and an effect; the columns are year, pmid",
        ),
    ] {
        let table = folder.file("t.tsv", bytes);
        let output = pathlight(&["quarry", &table, "about"]);
        let line = text(&output.stderr);
        assert!(output.status.code() == Some(1) && line.contains(said) && line.lines().count() == 1, "{line}");
    }
    let named = folder.file("t.tsv", "who\twhom\nA\tB\n");
    let about = json(&["quarry", &named, "about", "--source", "who", "--target", "whom", "--json"]);
    assert_eq!((about["rows"].as_u64(), about["columns"]["header"].as_bool()), (Some(1), Some(true)));
}
