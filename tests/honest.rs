//! What commands may be trusted with: no answer from a file with errors in silence, no file destroyed, no text that a
//! terminal would obey, no answer that is cut off without a word.
#![expect(clippy::expect_used, reason = "what a test stands on may end it")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use pathlight::{formats, model::notation};

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pathlight"));
    command.args(args).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
    command
}

/// The exit code, standard output and standard error.
fn run(args: &[&str]) -> (Option<i32>, String, String) {
    said(&command(args).output().expect("the program starts"))
}

fn said(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("it writes text");
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

/// A folder that goes away with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("pathlight-honest-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(fs::canonicalize(path).expect("it is there"))
    }

    /// The path of a file in it.
    fn at(&self, name: &str) -> String {
        self.0.join(name).to_str().expect("the path is text").to_owned()
    }

    /// A file in it.
    fn with(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        fs::write(self.0.join(name), bytes).expect("a file for the test");
        self.at(name)
    }

    /// One of the cases.
    fn case(&self, name: &str) -> String {
        self.with(&format!("{name}.pathway.ron"), case(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn case(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cases/{name}.pathway.ron"));
    fs::read(path).expect("the case is there")
}

fn small() -> String {
    formats::save(&notation::parse("stress -> marrow -| calm").expect("notation"))
}

#[test]
fn no_command_answers_from_a_file_with_errors_in_silence() {
    let folder = Folder::new("errors");
    let file = &folder.case("typo-drops-evidence-against");
    let (svg, pdf, ron) = (&folder.at("x.svg"), &folder.at("x.pdf"), &folder.at("x.pathway.ron"));
    let good = &folder.with("good.pathway.ron", small());
    let commands: &[&[&str]] = &[
        &["info", file],
        &["export", file, svg],
        &["worksheet", file, "-o", pdf],
        &["tour", file, "-o", ron],
        &["sources", file],
        &["routes", file, "a", "b"],
        &["loops", file],
        &["whatif", file, "--raise", "a"],
        &["cuts", file, "a", "b"],
        &["reach", file, "a"],
        &["words", file, "a", "b"],
        &["diff", good, file],
        &["diff", file, good],
        &["mark", file, good],
        &["mark", good, file],
        &["mark", "--words", file],
        &["layout", file],
    ];
    for args in commands {
        let (code, out, err) = run(args);
        assert_eq!((code, out.as_str()), (Some(1), ""), "{args:?}");
        let expected = format!("{file}: 1 error; ");
        assert!(err.starts_with(&expected) && err.contains(&format!("`pathlight check {file}`")), "{args:?}: {err}");
        assert!(err.contains("--despite-errors") && err.lines().count() == 1, "{args:?}: {err}");
        // Whoever insists is told all the same.
        let (code, out, err) = run(&[args, &["--despite-errors"][..]].concat());
        assert_eq!(code, Some(0), "{args:?}: {err}");
        assert!(!out.is_empty() && err.starts_with(&expected), "{args:?}: {err}");
    }
    let (code, _, err) = run(&["merge", good, file, "-o", &folder.at("merged.pathway.ron")]);
    assert!(code == Some(1) && err.starts_with(&format!("{file}: 1 error; ")), "{err}");
    assert!(err.ends_with("repair them first\n") && !err.contains("--despite-errors"), "{err}");
    assert!(!Path::new(&folder.at("merged.pathway.ron")).exists());
    let (code, out, _) = run(&["routes", &folder.case("typo-drops-link"), "a", "c"]);
    assert_eq!((code, out.as_str()), (Some(1), ""));
}

#[test]
fn what_is_read_is_not_written_over_and_no_file_is_written_twice() {
    let folder = Folder::new("same");
    let file = &folder.with("f.pathway.ron", small());
    let (sheet, link, svg) = (&folder.at("sheet.pdf"), &folder.at("link.pdf"), &folder.at("link.svg"));
    let pdf = &folder.at("hard.pdf");
    fs::hard_link(file, pdf).expect("a disk with links");
    #[cfg(unix)]
    for link in [link, svg] {
        std::os::unix::fs::symlink(file, link).expect("a link for the test");
    }
    let dotted = &folder.at("./sheet.pdf");
    let refused: &[&[&str]] = &[
        &["worksheet", file, "-o", file],
        &["worksheet", file, "-o", pdf],
        &["worksheet", file, "-o", sheet, "--key", file],
        &["worksheet", file, "-o", sheet, "--key", sheet],
        &["worksheet", file, "-o", sheet, "--key", dotted],
        &["worksheet", file, "-o", &folder.at("sheet.ron")],
        &["export", file, pdf],
        &["merge", file, "skull-marrow", "-o", file],
        #[cfg(unix)]
        &["worksheet", file, "-o", link],
        #[cfg(unix)]
        &["export", file, svg],
    ];
    for args in refused {
        let (code, out, err) = run(args);
        assert_eq!((code, out.as_str(), err.lines().count()), (Some(1), "", 1), "{args:?}: {err}");
        assert_eq!(fs::read_to_string(file).expect("it is there"), small(), "{args:?}");
        assert!(!Path::new(sheet).exists(), "{args:?}: nothing is written before all is checked");
    }
}

#[test]
fn a_tour_is_added_and_every_comment_stays() {
    let folder = Folder::new("tour");
    let file = &folder.case("comments");
    let other = &folder.at("other.pathway.ron");
    for output in [other, file] {
        let (code, _, err) = run(&["tour", file, "-o", output, "--along", "a", "b"]);
        assert_eq!((code, err.as_str()), (Some(0), ""));
        let text = fs::read_to_string(output).expect("it was written");
        let opened = formats::open(text.as_bytes()).expect("it can be opened");
        assert_eq!(opened.pathway.tours().len(), 1);
        for kept in [
            "Reviewed by A. B.",
            "licence still open",
            "TODO ask the lab",
            "end of line",
            "Link(id: \"m\"",
            "colour: \"red\"",
        ] {
            assert!(text.contains(kept), "{kept}: {text}");
        }
    }
    // What somebody else wrote beside it is not lost for it.
    let (code, _, err) = run(&["tour", "skull-marrow", "-o", file]);
    assert!(code == Some(1) && err.contains("comments"), "{err}");
}

#[test]
fn a_merge_keeps_the_comments_of_its_first_file_and_counts_those_of_others() {
    let folder = Folder::new("merge");
    let (file, both) = (&folder.case("comments"), &folder.at("both.pathway.ron"));
    let (code, _, err) = run(&["merge", file, "skull-marrow", "-o", both]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let text = fs::read_to_string(both).expect("it was written");
    let before = fs::read_to_string(file).expect("it is there");
    for line in before.lines().filter(|line| line.contains("//") || line.contains("/*")) {
        assert!(text.lines().any(|other| other == line), "{line}: {text}");
    }
    let (code, _, err) = run(&["merge", "skull-marrow", file, "-o", &folder.at("other.pathway.ron")]);
    let said = format!("{file}: 5 comments stay in it; the merged pathway has only those of skull-marrow\n");
    assert_eq!((code, err), (Some(0), said));
}

#[test]
fn of_six_runs_that_write_one_file_at_once_none_loses_anothers_work() {
    let folder = Folder::new("six");
    let file = &folder.at("out.pathway.ron");
    for round in 0..5 {
        fs::write(file, small()).expect("a file for the test");
        // Each adds a tour of its own to the file that it reads; who is refused runs again.
        let mut left: Vec<String> = (0..6).map(|number| format!("tour-{number}")).collect();
        while !left.is_empty() {
            let begin = |id: &String| {
                let mut one = command(&["tour", file, "-o", file, "--id", id]);
                (id.clone(), one.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts"))
            };
            let running: Vec<_> = left.iter().map(begin).collect();
            let before = left.len();
            left.clear();
            for (id, child) in running {
                let (code, _, err) = said(&child.wait_with_output().expect("it ends"));
                if code == Some(0) {
                    continue;
                }
                let why =
                    "was changed by another program meanwhile, so it is not written over; run the command again\n";
                assert_eq!((code, err), (Some(1), format!("{file}: {why}")), "round {round}");
                left.push(id);
            }
            assert!(left.len() < before, "one of them is always the first");
            let opened = formats::open(&fs::read(file).expect("it is there")).expect("it is whole");
            assert_eq!(opened.pathway.tours().len(), 6 - left.len(), "round {round}");
        }
    }
    assert_eq!(fs::read_dir(&folder.0).expect("it is there").count(), 1, "only the file itself is left");
}

#[test]
fn what_cannot_be_written_is_said_in_words_with_the_next_step() {
    let folder = Folder::new("cannot");
    let gone = &folder.at("gone/out");
    for (args, ending) in [
        (["merge", "skull-marrow", "microglia", "-o"].as_slice(), ".pathway.ron"),
        (["tour", "skull-marrow", "-o"].as_slice(), ".pathway.ron"),
        (["export", "skull-marrow"].as_slice(), ".svg"),
    ] {
        let output = &format!("{gone}{ending}");
        let (code, _, err) = run(&[args, &[output]].concat());
        let expected = format!("{output}: cannot be written (its folder is not there); choose another place\n");
        assert_eq!((code, err.lines().last()), (Some(1), expected.lines().last()));
    }
    // What is no file at all is not written over either.
    let there = &folder.at("folder.pathway.ron");
    fs::create_dir(there).expect("a folder for the test");
    let (code, _, err) = run(&["merge", "skull-marrow", "microglia", "-o", there]);
    let expected = format!("{there}: cannot be written over: this is a folder; name another file to write\n");
    assert_eq!((code, err), (Some(1), expected));
}

#[test]
fn a_newer_file_and_one_of_another_kind_are_not_written_over() {
    let folder = Folder::new("newer");
    let newer = &folder.case("newer-major");
    let letter = &folder.with("letter.txt", "Dear A. B.");
    let file = &folder.with("f.pathway.ron", small());
    for output in [newer, letter] {
        let before = fs::read(output).expect("it is there");
        for args in [&["tour", file, "-o", output][..], &["merge", file, "skull-marrow", "-o", output]] {
            let (code, out, err) = run(args);
            assert_eq!((code, out.as_str(), err.lines().count()), (Some(1), "", 1), "{err}");
            assert_eq!(fs::read(output).expect("it is there"), before, "{args:?}");
        }
    }
    let (code, _, err) = run(&["tour", newer, "-o", &folder.at("x.pathway.ron")]);
    assert!(code == Some(1) && err.contains("newer version"), "{err}");
    let (code, _, err) = run(&["routes", newer, "a", "b"]);
    assert!(code == Some(0) && err.contains("newer version"), "{err}");
    // A pathway stays one, whatever its name says.
    for (command, name) in [("export", "mine.svg"), ("worksheet", "mine.pdf")] {
        let mine = &folder.with(name, small());
        let place: &[&str] = if command == "export" { &[mine] } else { &["-o", mine] };
        let (code, _, err) = run(&[&[command, file], place].concat());
        assert!(code == Some(1) && err.contains("is a pathway"), "{err}");
        assert_eq!(fs::read_to_string(mine).expect("it is there"), small(), "{command}");
    }
}

#[test]
fn what_the_program_would_refuse_is_never_written() {
    let folder = Folder::new("refused");
    let large = |letter: char| {
        let node = |i| format!("Node(id: \"{letter}{i}\", label: \"{letter} {i}\", kind: Other, lane: \"l\"),\n");
        let nodes: String = (0..3_000).map(node).collect();
        let start = "Pathway(format: (1, 0), id: \"t\", title: \"T\", lanes: [Lane(id: \"l\", label: \"L\")], nodes: [";
        format!("{start}{nodes}], links: [])")
    };
    let (a, b) = (&folder.with("a.pathway.ron", large('a')), &folder.with("b.pathway.ron", large('b')));
    let tour = |i| format!("Tour(id: \"t{i}\", title: \"t\", steps: [Step(show: [\"stress\"], text: \"x\")]),\n");
    let tours: String = (0..500).map(tour).collect();
    let full = &folder.with("full.pathway.ron", small().replacen("\n)\n", &format!("\n    tours: [{tours}],\n)\n"), 1));
    let file = &folder.with("f.pathway.ron", small());
    let word = &folder.case("citation-word");
    let output = &folder.at("out.pathway.ron");
    for (args, why) in [
        (&["merge", a, b, "-o", output][..], "6000 nodes"),
        (&["tour", full, "-o", output], "501 tours"),
        (&["tour", file, "-o", output, "--id", "Bad Id"], "Bad Id"),
        (&["merge", file, "skull-marrow", "-o", output, "--id", "My File"], "My File"),
        (&["tour", word, "-o", output], "1 error"),
    ] {
        let (code, out, err) = run(args);
        assert_eq!((code, out.as_str(), err.lines().count()), (Some(1), "", 1), "{err}");
        assert!(err.contains(why), "{err}");
        assert!(!Path::new(output).exists(), "{args:?}");
    }
    // The name of a file becomes an id.
    let output = &folder.at("My File.pathway.ron");
    let (code, _, err) = run(&["merge", file, "skull-marrow", "-o", output]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let (code, out, _) = run(&["check", output]);
    assert!(code == Some(0) && !out.contains(": error: "), "{out}");
    assert_eq!(formats::open(&fs::read(output).expect("it is there")).expect("it opens").pathway.about().id, "my-file");
}

#[test]
fn nothing_that_a_terminal_would_obey_is_printed() {
    let folder = Folder::new("controls");
    let file = &folder.case("escape-and-bidi");
    let source = "sources: [Source(id: \"s\", title: \"T\\u{1b}[1m\\u{202e}t\", citation: Confirmed)],\n)\n";
    let cited = &folder.with("cited.pathway.ron", small().replacen("\n)\n", &format!("\n    {source}"), 1));
    let hint = &folder.case("suggestion-with-escape");
    let renamed = &folder.with("a\u{202E}nor.yawhtap\u{1B}[1m.ron", "no pathway");
    let (svg, ron) = (&folder.at("x\u{1B}.svg"), &folder.at("y\u{202E}.pathway.ron"));
    let good = &folder.with("good.pathway.ron", small());
    let commands: &[&[&str]] = &[
        &["check", file, hint, renamed],
        &["check", file, hint, renamed, "--json"],
        &["info", file, "--nodes"],
        &["info", file, "--json"],
        &["words", file],
        &["words", file, "--json"],
        &["words", file, "\u{1B}[2J\u{202E}"],
        &["routes", file, "a", "b"],
        &["loops", file],
        &["whatif", file, "--raise", "a", "--watch", "b"],
        &["cuts", file, "a", "b"],
        &["reach", file, "a"],
        &["diff", file, good],
        &["diff", file, good, "--json"],
        &["mark", file, good],
        &["mark", "--words", file],
        &["layout", file, "--json"],
        &["sources", cited],
        &["sources", cited, "--format", "ris"],
        &["sources", cited, "--format", "csl"],
        &["export", file, svg],
        &["tour", file, "-o", ron],
        &["info", hint],
        &["info", renamed],
        &["\u{1B}[1m", "\u{202E}"],
        &["info", file, "--\u{1B}"],
    ];
    let is_obeyed = |c: char| {
        c.is_control() && c != '\n' && c != '\t'
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    for args in commands {
        let (_, out, err) = run(args);
        assert!(!out.is_empty() || !err.is_empty(), "{args:?}");
        assert_eq!(out.chars().chain(err.chars()).find(|&c| is_obeyed(c)), None, "{args:?}: {out:?} {err:?}");
    }
    let (_, out, _) = run(&["info", file, "--nodes"]);
    assert!(out.contains("A‹U+001B›[1mbold") && out.contains("B‹U+202E›neerg"), "{out}");
    let (_, out, _) = run(&["info", file, "--json"]);
    let info: serde_json::Value = serde_json::from_str(&out).expect("it is JSON");
    assert_eq!(info["title"], "T\u{1B}[1m", "programs get the text as it is");
}

#[test]
fn every_command_reads_a_file_by_its_address() {
    let folder = Folder::new("address of a file");
    let file = &folder.with("my ä.pathway.ron", small());
    let address = &format!("file://{}", file.replace(' ', "%20").replace('ä', "%C3%A4"));
    let map = &folder.with("a map.txt", "stress -> marrow");
    let map_address = &format!("file://{}", map.replace(' ', "%20"));
    let svg_address = &format!("file://{}", folder.at("out.svg").replace(' ', "%20"));
    for args in [
        &["check", address][..],
        &["info", address],
        &["routes", address, "stress", "calm"],
        &["diff", address, file],
        &["mark", map_address, address],
        &["mark", address, address],
        &["sources", address, "--format", "csl"],
        &["layout", address],
        &["export", address, svg_address],
        &["merge", address, "skull-marrow", "-o", &folder.at("both.pathway.ron")],
    ] {
        let (code, _, err) = run(args);
        assert_eq!((code, err.as_str()), (Some(0), ""), "{args:?}");
    }
    assert!(Path::new(&folder.at("out.svg")).exists());
    let (code, _, err) = run(&["worksheet", file, "-o", address]);
    assert!(code == Some(1) && err.contains("is read"), "{err}");
}

#[cfg(target_os = "linux")]
mod linux {
    use super::*;
    use std::fs::File;

    #[test]
    fn an_answer_that_does_not_fit_is_a_failure_of_every_command() {
        let folder = Folder::new("full");
        let (svg, pdf, ron) = (&folder.at("x.svg"), &folder.at("x.pdf"), &folder.at("x.pathway.ron"));
        let bad = &folder.case("citation-word");
        for args in [
            &["check", bad][..],
            &["info", "skull-marrow"],
            &["merge", "skull-marrow", "microglia", "-o", ron],
            &["export", "skull-marrow", svg],
            &["worksheet", "skull-marrow", "-o", pdf],
            &["tour", "skull-marrow", "-o", ron],
            &["sources", "atlas", "--format", "bibtex"],
            &["sources", "atlas", "--format", "ris"],
            &["sources", "atlas", "--format", "csl"],
            &["routes", "skull-marrow", "chronic_stress", "depression"],
            &["loops", "skull-marrow"],
            &["whatif", "skull-marrow", "--raise", "chronic_stress"],
            &["cuts", "skull-marrow", "chronic_stress", "depression"],
            &["reach", "skull-marrow", "depression"],
            &["words", "skull-marrow"],
            &["diff", "skull-marrow", "microglia"],
            &["mark", "skull-marrow", "skull-marrow"],
            &["mark", "--words", "skull-marrow"],
            &["layout", "skull-marrow", "--json"],
            &["--help"],
            &["--version"],
        ] {
            let full = File::options().write(true).open("/dev/full").expect("the system has it");
            let output = command(args).stdout(full).output().expect("the program starts");
            let (code, _, err) = said(&output);
            assert_eq!((code, err.lines().count()), (Some(1), 1), "{args:?}: {err}");
            assert!(err.contains("could not be written to its end"), "{args:?}: {err}");
        }
    }

    #[test]
    fn a_reader_that_goes_away_is_no_panic_and_no_success() {
        let mut running = command(&["sources", "atlas", "--format", "csl"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(running.stdout.take());
        let (code, _, err) = said(&running.wait_with_output().expect("it ends"));
        assert_eq!((code, err.as_str()), (Some(1), ""));
    }

    #[test]
    fn files_of_the_kernel_without_an_end_are_given_up() {
        for file in ["/dev/zero", "/dev/full", "/proc/kmsg", "/sys/kernel/tracing/trace_pipe"] {
            let start = std::time::Instant::now();
            let (code, out, _) = run(&["check", file]);
            assert!(code == Some(1) && out.lines().count() == 1, "{file}: {out}");
            assert!(start.elapsed() < std::time::Duration::from_secs(30), "{file}");
        }
    }

    #[test]
    fn devices_and_pipes_are_not_written_to() {
        let folder = Folder::new("devices");
        let pipe = &folder.at("pipe.svg");
        assert!(Command::new("mkfifo").arg(pipe).status().is_ok_and(|status| status.success()));
        let null = &folder.at("null.svg");
        std::os::unix::fs::symlink("/dev/null", null).expect("a link for the test");
        for output in [pipe, null] {
            let (code, _, err) = run(&["export", "skull-marrow", output]);
            assert!(code == Some(1) && err.contains("not an ordinary file"), "{err}");
        }
    }

    #[test]
    fn a_save_that_is_killed_harms_nothing_and_leaves_nothing_behind_the_next_one() {
        let folder = Folder::new("killed");
        let output = &folder.at("out.pathway.ron");
        let args: &[&str] = &["merge", "skull-marrow", "microglia", "-o", output];
        assert_eq!(run(args).0, Some(0));
        let whole = fs::read(output).expect("it was written");
        let start = std::time::Instant::now();
        assert_eq!(run(args).0, Some(0));
        let long = start.elapsed();
        for round in 0..40 {
            let mut running =
                command(args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
            // From before it writes until after, closer where it ends.
            std::thread::sleep(long * (20 + round) / 60);
            running.kill().ok();
            running.wait().expect("it ends");
            assert!(fs::read(output).expect("it is there") == whole, "round {round}");
        }
        assert_eq!(run(args).0, Some(0));
        assert_eq!(fs::read_dir(&folder.0).expect("it is there").count(), 1, "only the file itself is left");
    }
}
