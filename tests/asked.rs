//! What is asked on the command line: names and signs as people write them, and bounds that are said.
#![expect(clippy::expect_used, reason = "what a test stands on may end it")]

use std::process::{Command, Output};

fn pathlight(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pathlight"));
    command.args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("the program starts")
}

fn said(args: &[&str]) -> String {
    let output = pathlight(args);
    let text = String::from_utf8(output.stdout).expect("it writes text");
    assert!(output.status.success(), "{args:?}: {text}");
    text
}

fn refused(args: &[&str]) -> String {
    let output = pathlight(args);
    assert!(!output.status.success(), "{args:?}");
    String::from_utf8(output.stderr).expect("it writes text")
}

fn json(args: &[&str]) -> serde_json::Value {
    serde_json::from_str(&said(args)).expect("one JSON object and nothing else")
}

const LOOP: &str = "tests/cases/long-loop.pathway.ron";
const ROUTE: &str = "tests/cases/long-route.pathway.ron";
const REFERENCE: &str = "tests/cases/mark-reference.pathway.ron";

#[test]
fn a_loop_longer_than_usual_is_found_and_broken() {
    let found = json(&["loops", LOOP, "--json"]);
    let lengths: Vec<usize> = found["loops"]
        .as_array()
        .expect("loops")
        .iter()
        .map(|one| one["links"].as_array().map_or(0, Vec::len))
        .collect();
    assert_eq!((lengths, &found["complete"], &found["cut_by"]), (vec![2, 13], &true.into(), &serde_json::Value::Null));
    assert_eq!(found["breaking"]["links"].as_array().map(Vec::len), Some(2));
    assert_eq!(found["breaking"]["complete"], true);
    let text = said(&["loops", LOOP]);
    assert!(text.starts_with("2 loops.\n") && text.contains("no reinforcing loop is left (fewer cannot)"), "{text}");
    let info = json(&["info", LOOP, "--json"]);
    assert_eq!((&info["loops"]["reinforcing"], &info["loops"]["complete"]), (&2.into(), &true.into()));
}

#[test]
fn a_bound_is_said_and_how_to_go_on() {
    let short = json(&["loops", LOOP, "--max-length", "12", "--json"]);
    assert_eq!((&short["complete"], &short["cut_by"], &short["length"]), (&false.into(), &"length".into(), &12.into()));
    let text = said(&["loops", LOOP, "--max-length", "12"]);
    assert!(text.starts_with("1 loop of up to 12 links.\n"), "{text}");
    assert!(text.contains("There may be loops of more than 12 links; --max-length 24 looks for those"), "{text}");
    assert!(said(&["loops", LOOP, "--max-length", "24"]).starts_with("2 loops.\n"));
    let text = said(&["loops", "skull-marrow", "--max-number", "1"]);
    assert!(text.starts_with("1 loop.\n"), "{text}");
    assert!(text.contains("There are more loops; these are the first of them. --max-number"), "{text}");
    let text = said(&["loops", LOOP, "--max-steps", "3"]);
    assert!(text.contains("cut short after 3 steps") && text.contains("--max-steps N goes on"), "{text}");
    assert!(!text.contains("no reinforcing loop is left"), "{text}");
}

#[test]
fn a_route_longer_than_usual_is_listed() {
    let found = json(&["routes", ROUTE, "n0", "n13", "--json"]);
    assert_eq!((found["routes"].as_array().map(Vec::len), &found["complete"]), (Some(1), &true.into()));
    assert!(said(&["routes", ROUTE, "n0", "n13"]).starts_with("Step 0 to Step 13: 1 route, together: raises.\n"));
    let text = said(&["routes", ROUTE, "n0", "n13", "--max-length", "12"]);
    assert!(
        text.starts_with("Step 0 to Step 13: 0 routes of up to 12 links, all there are together: raises.\n"),
        "{text}"
    );
    assert!(text.contains("--max-length 24 looks for those of up to 24"), "{text}");
}

#[test]
fn loops_that_a_block_breaks_are_bounded_in_words_too() {
    let ask = ["whatif", LOOP, "--block", "n3"];
    let whole = json(&[&ask[..], &["--json"]].concat());
    assert_eq!(
        (whole["broken_loops"].as_array().map(Vec::len), &whole["broken_loops_complete"]),
        (Some(1), &true.into())
    );
    let short = json(&[&ask[..], &["--json", "--max-length", "12"]].concat());
    assert_eq!(
        (short["broken_loops"].as_array().map(Vec::len), &short["broken_loops_cut_by"]),
        (Some(0), &"length".into())
    );
    let text = said(&[&ask[..], &["--max-length", "12"]].concat());
    assert!(text.contains("There may be loops that break of more than 12 links; --max-length 24"), "{text}");
}

/// Whoever asks for routes, cuts or a tour along them gets the same answer.
#[test]
fn what_one_question_finds_the_others_find_too() {
    let chain = "tests/cases/chain14.pathway.ron";
    assert!(said(&["routes", chain, "n00", "n13"]).contains("1 route, together: raises"));
    assert!(said(&["cuts", chain, "n00", "n13"]).contains("every route passes: N01;"));
    let told = std::env::temp_dir().join(format!("pathlight-asked-{}.pathway.ron", std::process::id()));
    let output = pathlight(&["tour", chain, "-o", told.to_str().expect("text"), "--along", "n00", "n13"]);
    let made = std::fs::read_to_string(&told).unwrap_or_default();
    std::fs::remove_file(&told).ok();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(made.contains("From N00 to N13") || made.contains("From n00 to n13"), "{made}");
}

#[test]
fn a_block_in_a_ring_does_not_depend_on_the_order_of_the_file() {
    let [one, other] = ["abc", "bca"].map(|order| format!("tests/cases/ring-order-{order}.pathway.ron"));
    for ask in [["--block", "a"], ["--block", "b"], ["--block", "ab"]] {
        assert_eq!(said(&["whatif", &one, ask[0], ask[1]]), said(&["whatif", &other, ask[0], ask[1]]), "{ask:?}");
        let answer = |file: &str| json(&["whatif", file, ask[0], ask[1], "--json"]);
        assert_eq!(answer(&one), answer(&other));
        assert_eq!(
            (&answer(&one)["broken_loops_complete"], answer(&one)["broken_loops"].as_array().map(Vec::len)),
            (&true.into(), Some(1))
        );
    }
}

#[test]
fn a_name_is_an_id_then_a_label_then_another_name() {
    let shadows = "tests/cases/alias-shadows-label.pathway.ron";
    for name in ["Stress", "stress", "STRESS", "b"] {
        assert_eq!(said(&["reach", shadows, name]), "Stress\ncauses: 0\neffects: 1\n  1 step: Sleep\n", "{name}");
    }
}

#[test]
fn a_name_of_several_nodes_is_refused_with_their_ids() {
    let text = refused(&["routes", "tests/cases/same-label.pathway.ron", "inflammation", "depression"]);
    assert_eq!(
        text,
        "pathlight: several nodes have the name “inflammation”: “a” (Inflammation, Blood) and “b” (Inflammation, Brain); \
         name one by its id\n"
    );
    assert!(
        said(&["routes", "tests/cases/same-label.pathway.ron", "a", "depression"])
            .contains("1 route, together: raises")
    );
}

#[test]
fn a_name_that_no_node_has_gets_the_nearest() {
    let text = refused(&["reach", "skull-marrow", "chronic stres"]);
    assert!(
        text.contains("perhaps you mean “chronic_stress” (Chronic stress)") && text.contains("info FILE --nodes"),
        "{text}"
    );
    assert!(said(&["reach", REFERENCE, "tnf alpha"]).starts_with("TNF-α\ncauses: 1\n"));
}

#[test]
fn maps_are_read_as_people_write_them() {
    let marks = |map: &str| json(&["mark", &format!("tests/cases/mark-{map}.txt"), REFERENCE, "--json"]);
    let right = |map: &str| {
        let marks = marks(map);
        (
            marks["correct"].as_u64(),
            marks["wrong_sign"].as_u64(),
            marks["unknown_nodes"].as_u64(),
            marks["extra"].as_u64(),
        )
    };
    assert_eq!(right("sign"), (Some(1), Some(0), Some(0), Some(0)));
    assert_eq!(right("greek"), (Some(1), Some(0), Some(0), Some(0)));
    assert_eq!(right("arrows"), (Some(2), Some(0), Some(0), Some(0)));
    assert_eq!(right("twice"), (Some(1), Some(0), Some(0), Some(0)));
    assert_eq!((&marks("twice")["score"], &marks("twice")["repeated"]), (&33.into(), &1.into()));
}

#[test]
fn answers_name_what_stands_in_the_way() {
    let place = |name: &str| std::env::temp_dir().join(format!("pathlight-asked-{}-{name}", std::process::id()));
    let [file, sheet] = ["direct.pathway.ron", "sheet.pdf"].map(place);
    let small = pathlight::model::notation::parse("a -> b; a -> c; c -> b").expect("notation");
    std::fs::write(&file, pathlight::formats::save(&small)).expect("a file for the test");
    let [name, out] = [&file, &sheet].map(|path| path.to_str().expect("text"));
    let cuts = said(&["cuts", name, "a", "b"]);
    assert!(
        cuts.contains("nodes can only stop the other routes.\nfewest nodes that stop every other route: c\n"),
        "{cuts}"
    );
    assert!(cuts.contains("fewest links that stop every route: "), "{cuts}");
    let hidden = refused(&["tour", name, "--along", "a", "b", "--human-only", "-o", name]);
    assert!(hidden.starts_with("The lens leaves no route from a to b; without it there is one"), "{hidden}");
    let none = refused(&["tour", name, "--along", "b", "a", "--human-only", "-o", name]);
    assert_eq!(none, "No route leads from b to a; choose other nodes.\n");
    let key = place("no-such-folder").join("key.pdf");
    let lost = refused(&["worksheet", "skull-marrow", "-o", out, "--key", key.to_str().expect("text")]);
    assert!(lost.contains("its folder does not exist") && !sheet.exists(), "{lost}");
    let loops = said(&["loops", "skull-marrow", "--max-steps", "1"]);
    assert!(loops.contains("cut short after 1 step, "), "{loops}");
    std::fs::remove_file(&file).ok();
}

#[test]
fn nothing_is_claimed_where_nothing_was_looked_for() {
    let text = said(&["loops", LOOP, "--max-steps", "1"]);
    assert!(text.starts_with("No loop was found before the search was cut short.\n"), "{text}");
    let text = said(&["routes", ROUTE, "n0", "n13", "--max-steps", "1"]);
    assert!(text.starts_with("Step 0 to Step 13: no route was found before the search was cut short, "), "{text}");
    for bound in ["--max-number", "--max-steps", "--max-length"] {
        let why = refused(&["routes", ROUTE, "n0", "n13", bound, "0"]);
        assert!(why.contains("write a whole number from 1 on"), "{bound}: {why}");
    }
    let why = refused(&["mark", "tests/cases/mark-sign.txt", "tests/cases/no-links.pathway.ron"]);
    let name = "tests/cases/no-links.pathway.ron";
    let expected = format!("pathlight: {name} has no links, so there is nothing to mark; name a pathway with links\n");
    assert_eq!(why, expected);
}
