//! Who runs, who has a file open, and what is found after crashes: on the disk in memory.

use crate::{
    DATA, FILE, data, disk,
    fake::{EIO, Fake, Plan},
};
use pathlight::files::{Data, Hold, Running};
use std::path::Path;

/// A process that begins and is killed at once: its mark stays and nobody holds it.
fn crash(data: &Data) {
    drop(Running::begin(data));
}

#[test]
fn the_third_start_after_two_crashes_within_two_minutes_is_one_with_care() {
    let disk = Fake::new(&["/data"]);
    let data = data(&disk);
    let is_safe = || {
        let running = Running::begin(&data);
        let is_safe = running.is_safe_mode();
        drop(running);
        is_safe
    };
    assert_eq!([is_safe(), is_safe(), is_safe(), is_safe()], [false, false, true, true]);
    // Two minutes later they are forgotten.
    disk.pass(121);
    assert_eq!([is_safe(), is_safe()], [false, false]);
    // Slowly, one after the other.
    disk.pass(121);
    for _ in 0..5 {
        assert!(!is_safe());
        disk.pass(61);
    }
    disk.pass(121);
    crash(&data);
    crash(&data);
    let running = Running::begin(&data);
    assert!(running.is_safe_mode());
    running.end();
    assert!(disk.names(&format!("{DATA}/running")).is_empty(), "a good end clears it");
    assert!(!is_safe());
    // A clock that is set back by a day, and windows that run beside each other.
    disk.pass(-86_400);
    assert!(!is_safe());
    disk.pass(121);
    let windows: Vec<Running> = (0..5).map(|_| Running::begin(&data)).collect();
    assert!(windows.iter().all(|window| !window.is_safe_mode()));
}

#[test]
fn starts_that_cannot_be_written_down_are_ordinary_ones() {
    let count = {
        let disk = Fake::new(&["/data"]);
        (0..3).for_each(|_| crash(&data(&disk)));
        disk.log().len()
    };
    for from in 0..count {
        let disk = Fake::new(&["/data"]);
        disk.plan(Plan::Fail { from, times: usize::MAX, error: EIO });
        for _ in 0..3 {
            let running = Running::begin(&data(&disk));
            running.end();
        }
    }
    let disk = Fake::new(&["/data"]);
    disk.put("/data/pathlight", b"a file where the folder would be");
    (0..3).for_each(|_| assert!(!Running::begin(&data(&disk)).is_safe_mode()));
    // Without locks nobody knows which of them live.
    let disk = Fake::new(&["/data"]);
    disk.has_no_locks();
    (0..3).for_each(|_| assert!(!Running::begin(&data(&disk)).is_safe_mode()));
    // What lies there and says nothing.
    let disk = Fake::new(&["/data/pathlight/running"]);
    (0..3).for_each(|i| disk.put(&format!("{DATA}/running/{i}"), b"\xff no time"));
    assert!(!Running::begin(&data(&disk)).is_safe_mode());
}

#[test]
fn a_file_is_held_once_by_its_path_behind_links() {
    let disk = disk(b"old");
    disk.link("map.ron", "/home/link");
    let data = data(&disk);
    let Hold::Held(held) = Hold::take(&data, Path::new("/home/link")) else { panic!("nobody has it") };
    let Hold::Elsewhere(who) = Hold::take(&data, Path::new(FILE)) else { panic!("it is held") };
    assert_eq!(who.process, Some(std::process::id()));
    assert!(matches!(Hold::take(&data, Path::new("/home/another")), Hold::Held(_)), "one that is not there yet");
    assert_eq!(disk.names("/home"), ["link", "map.ron"], "nothing is made in the folder of the file");
    drop(held);
    assert!(matches!(Hold::take(&data, Path::new(FILE)), Hold::Held(_)));
}

#[test]
fn where_locks_do_not_work_nobody_is_kept_out() {
    let disk = disk(b"old");
    disk.has_no_locks();
    for _ in 0..2 {
        assert!(matches!(Hold::take(&data(&disk), Path::new(FILE)), Hold::Unknown(_)));
    }
    let disk = crate::disk(b"old");
    disk.put("/data/pathlight", b"a file where the folder would be");
    assert!(matches!(Hold::take(&data(&disk), Path::new(FILE)), Hold::Unknown(_)));
}
