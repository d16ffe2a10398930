//! Real processes on a real disk, killed at any moment. The short runs are for every day; the long ones are
//! `cargo test --test disk -- --ignored --nocapture`, which take some minutes and print their figures.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use crate::pathway;
use pathlight::files::{
    Data, Entry, Hold, Keeper, Recovery, Running, Save, System, backups, on_panic, read_seen, save, write,
};

/// What the child process shall do, and where.
const ROLE: &str = "PATHLIGHT_TEST_ROLE";
const FOLDER: &str = "PATHLIGHT_TEST_FOLDER";

/// A real folder that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("pathlight-killed-{}-{name}", std::process::id()));
        fs::create_dir_all(folder.join("home")).expect("a folder for a test");
        Self(folder)
    }

    fn file(&self) -> PathBuf {
        self.0.join("home/map.ron")
    }

    fn data(&self) -> Data {
        data(&self.0)
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.join("home")).expect("it is there");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// Starts this program anew with a role, and waits until it says that it has begun.
    fn child(&self, role: &str) -> (Killed, BufReader<ChildStdout>) {
        let mut child = Command::new(std::env::current_exe().expect("this program has a path"))
            .args(["killed::a_child_does_as_it_is_told", "--exact", "--nocapture"])
            .env(ROLE, role)
            .env(FOLDER, &self.0)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let mut said = BufReader::new(child.stdout.take().expect("a pipe"));
        let child = Killed(child);
        let mut line = String::new();
        while !line.contains("begun") {
            line.clear();
            assert!(said.read_line(&mut line).expect("it speaks") > 0, "{role} ended before it began");
        }
        (child, said)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

/// A child that does not outlive the test.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

fn data(folder: &Path) -> Data {
    Data::at(Arc::new(System), folder.join("data"))
}

/// A number that is another one every time, below a limit.
fn random(below: u64) -> u64 {
    use std::hash::{BuildHasher as _, RandomState};
    RandomState::new().hash_one(0) % below
}

/// Does nothing in an ordinary run. In a child process it does what a parent test has asked for, until it is killed.
#[test]
fn a_child_does_as_it_is_told() {
    let (Ok(role), Some(folder)) = (std::env::var(ROLE), std::env::var_os(FOLDER)) else { return };
    let folder = PathBuf::from(folder);
    let file = folder.join("home/map.ron");
    match role.as_str() {
        "save" => save_for_ever(&folder, &file),
        "write" => write_for_ever(&file),
        "hold" => {
            let _held = Hold::take(&data(&folder), &file);
            begun();
            thread::sleep(Duration::from_mins(1));
        }
        "count a" | "count b" => {
            let text = role.as_bytes()[6..].repeat(20_000);
            begun();
            for _ in 0..200 {
                write(&file, &text).expect("it can be written");
            }
        }
        "edit" => edit_for_ever(&folder),
        end => end_badly(end, &folder),
    }
}

fn begun() {
    println!("begun");
}

fn versions() -> [(pathlight::model::Pathway, String); 2] {
    [pathway("stress -> marrow", 5_000_000), pathway("stress -> marrow -| calm", 5_000_000)]
}

fn save_for_ever(folder: &Path, file: &Path) {
    let (versions, data) = (versions(), data(folder));
    let mut known = read_seen(file).expect("it can be read").1;
    begun();
    for (pathway, text) in versions.iter().cycle() {
        let save_it = Save { path: file, text, pathway, errors: 0, seen: &known, data: Some(&data) };
        known = save(&System, &save_it).expect("nothing fails").seen;
    }
}

fn write_for_ever(file: &Path) {
    let versions = versions();
    begun();
    for (_, text) in versions.iter().cycle() {
        write(file, text).expect("it can be written");
    }
}

/// Saves a file of 5 MB for ever and is killed: as many times as asked for. Gives how many files were neither the one nor
/// the other, and after how many there was something left for the next save to sweep.
fn killed_saves(name: &str, role: &str, times: usize, longest: u64) -> (usize, usize) {
    let folder = Folder::new(name);
    let versions = versions();
    let (mut bad, mut left) = (0, 0);
    fs::write(folder.file(), &versions[0].1).expect("a file for a test");
    for _ in 0..times {
        let (child, _said) = folder.child(role);
        thread::sleep(Duration::from_micros(random(longest * 1_000)));
        drop(child);
        let found = fs::read(folder.file()).expect("it is there");
        bad += usize::from(versions.iter().all(|(_, text)| *text.as_bytes() != *found));
        left += usize::from(folder.names().len() > 1);
    }
    // What kept them apart is swept, and every backup is whole.
    write(&folder.file(), &versions[0].1).expect("it can be written");
    assert_eq!(folder.names(), ["map.ron"]);
    let data = folder.data();
    for backup in backups(&data, &folder.file(), &versions[0].0.about().id) {
        let bytes = backup.read(&data).expect("it is kept");
        assert!(versions.iter().any(|(_, text)| *text.as_bytes() == *bytes), "{backup:?}");
    }
    (bad, left)
}

#[test]
fn a_save_that_is_killed_leaves_the_old_file_or_the_new_one() {
    assert_eq!(killed_saves("few saves", "save", 10, 400).0, 0);
    assert_eq!(killed_saves("few writes", "write", 10, 200).0, 0);
}

#[test]
#[ignore = "takes minutes: 300 saves of 5 MB that are killed"]
fn three_hundred_killed_saves() {
    let (bad, left) = killed_saves("saves", "save", 150, 2_000);
    let (bad_writes, left_writes) = killed_saves("writes", "write", 150, 500);
    println!("300 killed saves of 5 MB: {} bad, {} with leftovers", bad + bad_writes, left + left_writes);
    assert_eq!(bad + bad_writes, 0);
    assert!(left + left_writes > 30, "they were killed in the middle");
}

/// Keeps a number that counts up every few milliseconds, and says each before it is told to the keeper.
fn edit_for_ever(folder: &Path) {
    let data = data(folder);
    let running = Running::begin(&data);
    let keeper = Keeper::start(Recovery::new(&data, &running), |_, _| {}).expect("a thread");
    let long = "x".repeat(500_000);
    begun();
    for i in 0_u64.. {
        println!("{i}");
        let long = long.clone();
        keeper.keep(0, move || Entry { text: format!("{i} {long}").into_bytes(), ..Entry::default() });
        thread::sleep(Duration::from_millis(random(40)));
    }
}

/// Edits for ever and is killed. Gives the longest span of work that was lost each time: from the first change that is not
/// in what was kept until the end.
fn killed_edits(name: &str, times: usize) -> Vec<Duration> {
    let mut lost = Vec::new();
    for _ in 0..times {
        let folder = Folder::new(name);
        let (child, mut said) = folder.child("edit");
        let end = Duration::from_millis(1_000 + random(1_500));
        let reader = thread::Builder::new()
            .spawn(move || {
                let mut changes: Vec<Instant> = Vec::new();
                let mut line = String::new();
                while said.read_line(&mut line).is_ok_and(|count| count > 0) {
                    if line.trim() == changes.len().to_string() {
                        changes.push(Instant::now());
                    }
                    line.clear();
                }
                changes
            })
            .expect("a thread");
        thread::sleep(end);
        let killed = Instant::now();
        drop(child);
        let changes = reader.join().expect("it reads");
        let running = Running::begin(&folder.data());
        let found = Recovery::new(&folder.data(), &running).left();
        assert!(found.unreadable.is_empty(), "{found:?}");
        let text = &found.left.first().expect("something was kept").entry.text;
        let number = String::from_utf8_lossy(text).split(' ').next().and_then(|number| number.parse::<usize>().ok());
        let first_lost = changes.get(number.expect("a number") + 1);
        lost.push(first_lost.map_or(Duration::ZERO, |first| killed.saturating_duration_since(*first)));
    }
    lost.sort();
    lost
}

#[test]
fn an_edit_that_is_killed_loses_no_more_than_a_moment() {
    let lost = killed_edits("few edits", 4);
    assert!(lost.iter().all(|lost| *lost < Duration::from_secs(1)), "{lost:?}");
}

#[test]
#[ignore = "takes minutes: 200 sessions that are killed"]
fn two_hundred_killed_edits() {
    let lost = killed_edits("edits", 200);
    let over = lost.iter().filter(|lost| **lost > Duration::from_secs(1)).count();
    println!(
        "200 killed sessions: half lost less than {:?}, the worst {:?}; {over} more than one second",
        lost[100], lost[199]
    );
    assert_eq!(over, 0);
}

#[test]
fn a_file_that_another_process_has_open_is_told_until_that_ends_however_it_ends() {
    let folder = Folder::new("holds");
    fs::write(folder.file(), "old").expect("a file for a test");
    let take = || Hold::take(&folder.data(), &folder.file());
    let (child, _said) = folder.child("hold");
    for _ in 0..2 {
        let Hold::Elsewhere(who) = take() else { panic!("it is open elsewhere") };
        assert_eq!(who.process, Some(child.0.id()));
        assert_eq!(who.host.is_some(), cfg!(target_os = "linux"));
    }
    // A link to it, and another file in the same folder.
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("map.ron", folder.0.join("home/link")).expect("a link for a test");
        assert!(matches!(Hold::take(&folder.data(), &folder.0.join("home/link")), Hold::Elsewhere(_)));
        fs::remove_file(folder.0.join("home/link")).expect("it is there");
    }
    assert!(matches!(Hold::take(&folder.data(), &folder.0.join("home/other.ron")), Hold::Held(_)));
    drop(child);
    let Hold::Held(held) = take() else { panic!("its process was killed") };
    assert!(matches!(take(), Hold::Elsewhere(_)));
    drop(held);
    assert!(matches!(take(), Hold::Held(_)));
    assert_eq!(folder.names(), ["map.ron"], "nothing is made beside the file");
}

#[test]
fn two_processes_that_write_one_file_leave_one_of_their_texts() {
    let folder = Folder::new("two writers");
    fs::write(folder.file(), "").expect("a file for a test");
    let mut children = [folder.child("count a"), folder.child("count b")];
    let mut looks = 0;
    while children.iter_mut().any(|(child, _)| child.0.try_wait().expect("it is ours").is_none()) {
        let found = fs::read(folder.file()).expect("it is there");
        assert!(found.is_empty() || found.len() == 20_000 && found.iter().all(|byte| *byte == found[0]));
        looks += 1;
    }
    assert!(looks > 10 && children.iter_mut().all(|(child, _)| child.0.wait().expect("it is ours").success()));
    assert_eq!(folder.names(), ["map.ron"]);
}

/// Edits once and ends in a way that no program should.
fn end_badly(end: &str, folder: &Path) {
    let data = data(folder);
    let running = Running::begin(&data);
    let keeper = Arc::new(Keeper::start(Recovery::new(&data, &running), |_, _| {}).expect("a thread"));
    let hook = { (Arc::clone(&keeper), data.clone()) };
    std::panic::set_hook(Box::new(move |panic| {
        on_panic(panic, Some(&hook.0), &hook.1).1.expect("a report");
    }));
    keeper.keep(0, || Entry { text: b"first".to_vec(), ..Entry::default() });
    assert!(keeper.flush(Duration::from_secs(20)));
    keeper.keep(0, || Entry { text: b"the secret of the document".to_vec(), ..Entry::default() });
    begun();
    if end == "panic" {
        let quoted = "the secret of the document".to_owned();
        panic!("at “{quoted}”");
    }
    // Whatever passes by the hook must have been kept before.
    thread::sleep(Duration::from_secs(2));
    match end {
        "abort" => std::process::abort(),
        _ => drop(thread::Builder::new().spawn(|| deep(0)).expect("a thread").join()),
    }
}

fn deep(i: u64) -> u64 {
    let room = std::hint::black_box([i; 1_000]);
    if room[0] == u64::MAX { 0 } else { deep(i + 1) + room[(i % 1_000) as usize] }
}

#[test]
fn a_process_that_ends_badly_leaves_its_work_and_no_word_of_it_in_a_report() {
    for end in ["panic", "abort", "overflow"] {
        let folder = Folder::new(end);
        let (mut child, _said) = folder.child(end);
        child.0.wait().expect("it is ours");
        let running = Running::begin(&folder.data());
        let found = Recovery::new(&folder.data(), &running).left();
        let texts: Vec<_> = found.left.iter().map(|left| String::from_utf8_lossy(&left.entry.text)).collect();
        assert_eq!(texts, ["the secret of the document"], "{end}");
        let reports = fs::read_dir(folder.0.join("data/reports")).map_or(0, |entries| {
            entries
                .map(|entry| fs::read_to_string(entry.expect("an entry").path()).expect("a report"))
                .inspect(|report| assert!(report.contains("killed.rs") && !report.contains("secret"), "{report}"))
                .count()
        });
        assert_eq!(reports, usize::from(end == "panic"), "{end}");
    }
}

/// Twenty sizes of what a system lets a program write into one file.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_may_not_grow_stays_the_old_one() {
    let folder = Folder::new("too large");
    fs::write(folder.file(), pathway("a -> b", 0).1).expect("a file for a test");
    let picture = folder.0.join("home/picture.svg");
    let export = |limit: &str| {
        fs::write(&picture, "old").expect("a file for a test");
        // What is over the limit is an error where the signal for it is ignored.
        let script = format!("trap '' XFSZ; ulimit -f {limit}; exec \"$@\"");
        Command::new("bash")
            .args(["-c", &script, "bash", env!("CARGO_BIN_EXE_pathlight"), "export"])
            .args([folder.file(), picture.clone()])
            .output()
            .expect("bash")
    };
    assert!(export("unlimited").status.success());
    let whole = fs::metadata(&picture).expect("it is there").len() / 1_024;
    let mut written = 0;
    for kilobytes in (0..20).map(|i| whole * i / 15) {
        let output = export(&kilobytes.to_string());
        let said = String::from_utf8_lossy(&output.stderr);
        let found = fs::read_to_string(&picture).expect("it is there");
        if output.status.success() {
            assert!(found.ends_with("</svg>\n"), "{kilobytes}: {said}");
            written += 1;
        } else {
            assert!(found == "old" && said.contains("picture.svg: cannot be written"), "{kilobytes}: {said}");
        }
        assert_eq!(folder.names(), ["map.ron", "picture.svg"], "{kilobytes}");
    }
    assert!(written > 0 && written < 20, "{written}");
}
