//! What was not saved is kept, found again and never lost by being found.

use crate::{
    DATA, FILE, check_sentence, data, disk,
    fake::{EACCES, EDQUOT, EIO, ENOSPC, EROFS, Fake, Kept, Plan},
    saved_at, seen,
};
use pathlight::files::{Entry, Fingerprint, Found, Keeper, Left, OnDisk, Recovery, Refused, Running, Seen};
use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc::channel,
    },
    time::{Duration, Instant},
};

const FOLDER: &str = "/data/pathlight/recovery";

fn entry(text: &str, saved: Option<&[u8]>) -> Entry {
    Entry {
        path: saved.map(|_| PathBuf::from(FILE)),
        title: "A map".to_owned(),
        text: text.as_bytes().to_owned(),
        saved: saved.map(Fingerprint::of),
        view: "level: 2".to_owned(),
    }
}

/// A process keeps something and is killed.
fn crash_with(disk: &Fake, entry: &Entry) {
    let running = Running::begin(&data(disk));
    Recovery::new(&data(disk), &running).keep(0, entry).expect("nothing fails");
    disk.pass(1);
}

/// What the next start finds, which ends well.
fn found(disk: &Fake) -> Found {
    let running = Running::begin(&data(disk));
    let found = Recovery::new(&data(disk), &running).left();
    running.end();
    found
}

#[track_caller]
fn only(found: Found) -> Left {
    assert!(found.unreadable.is_empty() && found.newer.is_empty() && found.left.len() == 1, "{found:?}");
    found.left.into_iter().next().expect("one")
}

#[test]
fn what_a_crash_leaves_is_offered_with_how_its_file_stands() {
    let check = |act: fn(&Fake), on_disk: OnDisk| {
        let disk = disk(b"saved");
        crash_with(&disk, &entry("edited", Some(b"saved")));
        act(&disk);
        let left = only(found(&disk));
        assert_eq!((&left.entry, &left.on_disk), (&entry("edited", Some(b"saved")), &on_disk));
        left
    };
    let same = check(|_| {}, OnDisk::Unchanged(b"saved"[..].into()));
    assert_eq!(same.seen(), seen(b"saved"));
    check(|disk| disk.touch(FILE, 60), OnDisk::Unchanged(b"saved"[..].into()));
    // The saved file is newer; moved; deleted.
    assert_eq!(check(|disk| disk.put(FILE, b"later"), OnDisk::Changed).seen(), Seen::Nothing);
    check(
        |disk| {
            disk.put("/home/moved.ron", b"saved");
            disk.delete(FILE);
        },
        OnDisk::Gone,
    );
    check(|disk| disk.delete(FILE), OnDisk::Gone);
}

#[test]
fn a_document_that_was_never_saved_and_those_of_three_crashes_are_all_found() {
    let disk = disk(b"saved");
    crash_with(&disk, &entry("never saved", None));
    crash_with(&disk, &entry("second", Some(b"saved")));
    crash_with(&disk, &entry("third", Some(b"saved")));
    // A window that still runs is no crash.
    let running = Running::begin(&data(&disk));
    let alive = Recovery::new(&data(&disk), &running);
    alive.keep(0, &entry("alive", None)).expect("nothing fails");
    let left = found(&disk).left;
    let texts: Vec<&[u8]> = left.iter().map(|left| &*left.entry.text).collect();
    assert_eq!(texts, [&b"third"[..], b"second", b"never saved"], "the latest first");
    assert_eq!((&left[2].on_disk, left[2].seen()), (&OnDisk::Never, Seen::Nothing));
    assert!(alive.left().left.len() == 3);
}

#[test]
fn nothing_goes_before_somebody_decides_and_then_not_for_a_week() {
    let disk = disk(b"saved");
    crash_with(&disk, &entry("edited", Some(b"saved")));
    disk.pass(400 * 86_400);
    let left = only(found(&disk));
    let running = Running::begin(&data(&disk));
    let recovery = Recovery::new(&data(&disk), &running);
    recovery.decided(&left);
    recovery.decided(&left);
    assert!(recovery.left().left.is_empty());
    let aside = || disk.names(&format!("{FOLDER}/decided")).len();
    disk.pass(7 * 86_400);
    found(&disk);
    assert_eq!(aside(), 1);
    disk.pass(1);
    found(&disk);
    assert_eq!(aside(), 0);
    // Of this process: saved, and closed without being saved.
    recovery.keep(1, &entry("one", None)).expect("nothing fails");
    recovery.keep(1, &entry("two", None)).expect("nothing fails");
    recovery.keep(2, &entry("three", None)).expect("nothing fails");
    recovery.forget(1);
    recovery.discard(2);
    assert_eq!(aside(), 1);
    drop(running);
    assert!(found(&disk).left.is_empty());
}

#[test]
fn what_came_to_its_file_after_all_is_not_offered() {
    let disk = disk(b"edited");
    crash_with(&disk, &entry("edited", Some(b"saved")));
    assert!(found(&disk).left.is_empty());
}

#[test]
fn a_damaged_file_never_stops_a_start() {
    let whole = disk(b"saved");
    crash_with(&whole, &entry(&"a text of some length ".repeat(50), Some(b"saved")));
    let name = whole.names(FOLDER).remove(0);
    let path = format!("{FOLDER}/{name}");
    let bytes = whole.bytes(&path).expect("it is kept");
    let cuts = (0..100).map(|i| bytes[..bytes.len() * i / 100].to_vec());
    let flips = (0..100).map(|i| {
        let (mut wrong, bit) = (bytes.to_vec(), bytes.len() * 8 * i / 100 + i % 8);
        wrong[bit / 8] ^= 1 << (bit % 8);
        wrong
    });
    let mut starts = 0;
    for wrong in cuts.chain(flips) {
        let disk = disk(b"saved");
        disk.pass(5);
        crash_with(&disk, &entry("another, whole", None));
        disk.put(&path, &wrong);
        let running = Running::begin(&data(&disk));
        let recovery = Recovery::new(&data(&disk), &running);
        let found = recovery.left();
        assert_eq!(found.left.len(), 1, "the others are offered");
        let [aside] = &found.unreadable[..] else { panic!("{found:?}") };
        assert!(disk.bytes(aside).is_some_and(|bytes| *bytes == wrong), "it is set aside as it is");
        assert!(recovery.left().unreadable.is_empty(), "and told once");
        starts += 1;
    }
    assert_eq!(starts, 200);
}

#[test]
fn whatever_lies_in_the_folder_does_not_stop_a_start() {
    let disk = disk(b"saved");
    crash_with(&disk, &entry("edited", Some(b"saved")));
    for odd in ["", "x", "x.recovery", "-.recovery", "1-2-3-4.recovery", "notes.txt", "\u{202E}-1.recovery"] {
        disk.put(&format!("{FOLDER}/{odd}"), b"odd");
    }
    let running = Running::begin(&data(&disk));
    let recovery = Recovery::new(&data(&disk), &running);
    assert_eq!(recovery.left().left.len(), 1);
    // And every operation may fail: nothing is lost by looking.
    disk.plan(Plan::Fine);
    recovery.left();
    let count = disk.log().len();
    for from in 0..count {
        disk.plan(Plan::Fail { from, times: usize::MAX, error: EIO });
        recovery.left();
        disk.plan(Plan::Fine);
        let kept =
            recovery.left().left.len() + disk.names(FOLDER).iter().filter(|name| name.ends_with("unreadable")).count();
        assert!(kept > 0, "operation {from}");
    }
}

#[test]
fn keeping_is_whole_or_leaves_what_was_kept_before() {
    let errors = [ENOSPC, EIO, EACCES, EROFS, EDQUOT];
    let (first, second) = (entry("first", None), entry(&"second ".repeat(1_000), None));
    let begin = || {
        let disk = Fake::new(&["/data"]);
        let running = Running::begin(&data(&disk));
        let recovery = Recovery::new(&data(&disk), &running);
        recovery.keep(7, &first).expect("nothing fails");
        (disk, running, recovery)
    };
    let (disk, _running, recovery) = begin();
    disk.plan(Plan::Fine);
    recovery.keep(7, &second).expect("nothing fails");
    let count = disk.log().len();
    for (from, error) in (0..count).flat_map(|from| errors.map(|error| (from, error))) {
        let (disk, running, recovery) = begin();
        disk.plan(Plan::Fail { from, times: 1, error });
        let kept = recovery.keep(7, &second);
        drop(running);
        if let Err(trouble) = &kept {
            check_sentence(&trouble.to_string(), FOLDER);
        }
        let expected = if kept.is_ok() { &second } else { &first };
        assert_eq!(only(found(&disk)).entry, *expected, "operation {from}, error {error}");
    }
    for at in 0..=count {
        let (disk, running, recovery) = begin();
        disk.plan(Plan::Stop { at });
        let kept = recovery.keep(7, &second);
        drop(running);
        for kept_then in Kept::EACH {
            let left = only(found(&disk.after_crash(kept_then))).entry;
            assert!(left == second || left == first, "before operation {at}");
            // Said to be kept, it lasts through a loss of power.
            assert!(kept.is_err() || at < count || left == second);
        }
    }
}

#[test]
fn a_recovered_document_never_replaces_what_was_written_since() {
    let disk = disk(b"saved");
    let (pathway, text) = crate::pathway("a -> b", 0);
    crash_with(&disk, &entry(&text, Some(b"saved")));
    disk.put(FILE, b"later");
    let left = only(found(&disk));
    assert!(matches!(saved_at(&disk, FILE, (&pathway, &text), &left.seen()), Err(Refused::Changed { .. })));
    disk.put(FILE, b"saved");
    saved_at(&disk, FILE, (&pathway, &text), &only(found(&disk)).seen()).expect("it is as it was");
}

#[test]
fn the_keeper_keeps_the_last_of_many_changes_soon() {
    let disk = Fake::new(&["/data"]);
    let running = Running::begin(&data(&disk));
    let (tell, told) = channel();
    let tell = move |number, kept: Result<(), _>| tell.send((number, kept.is_ok())).expect("the test listens");
    let keeper = Keeper::start(Recovery::new(&data(&disk), &running), tell).expect("a thread");
    let made = Arc::new(AtomicUsize::new(0));
    let start = Instant::now();
    for i in 0..1_000 {
        let made = Arc::clone(&made);
        keeper.keep(3, move || {
            made.fetch_add(1, Ordering::Relaxed);
            entry(&format!("change {i}"), None)
        });
    }
    assert!(start.elapsed() < Duration::from_secs(1), "nobody waits for it");
    assert!(keeper.flush(Duration::from_secs(20)));
    assert!(made.load(Ordering::Relaxed) < 100, "overtaken changes are not even made");
    assert!(told.try_iter().all(|told| told == (3, true)));
    keeper.keep(4, || entry("given up at once", None));
    keeper.discard(4);
    keeper.keep(5, || entry("saved", None));
    keeper.forget(5);
    keeper.keep(6, || panic!("a fault in writing it"));
    assert!(keeper.flush(Duration::from_secs(20)), "a fault in one document leaves the others");
    assert!(told.try_iter().any(|told| told == (6, false)), "and is told");
    keeper.keep(7, || entry("after the fault", None));
    assert!(keeper.flush(Duration::from_secs(20)));
    // A disk that is full.
    disk.plan(Plan::FailNamed { name: "write", times: 1, error: ENOSPC });
    keeper.keep(8, || entry("no room", None));
    assert!(keeper.flush(Duration::from_secs(20)));
    assert!(told.try_iter().any(|told| told == (8, false)), "and that is told");
    drop(running);
    let mut texts: Vec<Vec<u8>> = found(&disk).left.into_iter().map(|left| left.entry.text).collect();
    texts.sort();
    assert_eq!(texts, [b"after the fault".to_vec(), b"change 999".to_vec()]);
    let aside = disk.names(&format!("{DATA}/recovery/decided"));
    assert!(aside.len() == 1 && aside[0].ends_with("-4.recovery"), "{aside:?}");
}

#[test]
fn a_panic_waits_for_half_a_second_at_most() {
    let disk = Fake::new(&["/data"]);
    let running = Running::begin(&data(&disk));
    let keeper = Keeper::start(Recovery::new(&data(&disk), &running), |_, _| {}).expect("a thread");
    keeper.keep(0, || {
        std::thread::sleep(Duration::from_secs(2));
        entry("late", None)
    });
    let start = Instant::now();
    assert!(!keeper.flush(Duration::from_millis(500)));
    assert!(start.elapsed() < Duration::from_millis(1_500), "{:?}", start.elapsed());
    assert!(keeper.flush(Duration::from_secs(20)));
}
