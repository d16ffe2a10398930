//! Every operation of a save fails once, fails from then on, or is the last one before the power is gone.

use crate::{
    DATA, FILE, check_sentence, data, disk,
    fake::{EACCES, EBUSY, EDQUOT, EINTR, EIO, ENOSPC, EPERM, EROFS, Fake, Kept, Plan},
    pathway, saved, seen,
};
use pathlight::{
    files::{Refused, Seen, Trouble, Way, backups, write_on},
    model::Pathway,
};
use std::{path::Path, sync::Arc};

const ERRORS: [i32; 6] = [ENOSPC, EIO, EACCES, EROFS, EDQUOT, EINTR];
const SIZES: [usize; 3] = [1_000, 1_000_000, 10_000_000];

/// A document before and after an edit.
struct Case {
    old: Arc<Vec<u8>>,
    new: (Pathway, String),
}

impl Case {
    fn new(bytes: usize) -> Self {
        let (_, old) = pathway("stress -> marrow", bytes);
        Self { old: Arc::new(old.into_bytes()), new: pathway("stress -> marrow -| calm", bytes) }
    }

    fn disk(&self) -> Fake {
        disk(&self.old)
    }

    /// Saves it; the largest is only written, since to open it again some hundred times takes minutes.
    fn save(&self, disk: &Fake) -> Result<Way, Refused> {
        if self.old.len() < SIZES[2] {
            return saved(disk, &self.new, &seen(&self.old)).map(|saved| saved.way);
        }
        let (path, bytes) = (Path::new(FILE), self.new.1.as_bytes());
        let failed = |error| Refused::Failed(Trouble { path: path.to_owned(), error, bytes: bytes.len() });
        write_on(disk, path, bytes).map_err(failed)
    }

    fn operations(&self, disk: &Fake) -> usize {
        disk.plan(Plan::Fine);
        self.save(disk).expect("nothing fails");
        disk.log().len()
    }

    fn is_old(&self, disk: &Fake) -> bool {
        disk.bytes(FILE).is_some_and(|bytes| bytes == self.old)
    }

    fn is_new(&self, disk: &Fake) -> bool {
        disk.bytes(FILE).is_some_and(|bytes| **bytes == *self.new.1.as_bytes())
    }
}

/// Checks that nothing lies in the folder of the file, nor in that of its backups, that does not belong there.
#[track_caller]
fn check_alone(disk: &Fake, what: &str) {
    assert_eq!(disk.names("/home"), ["map.ron"], "{what}");
    for folder in disk.names(&format!("{DATA}/backups")) {
        let names = disk.names(&format!("{DATA}/backups/{folder}"));
        assert!(names.iter().all(|name| name.ends_with(".pathway.ron")), "{what}: {names:?}");
    }
}

#[test]
fn an_operation_that_fails_leaves_the_old_file_or_the_new_one() {
    for size in SIZES {
        let case = Case::new(size);
        let operations = case.operations(&case.disk());
        assert!(operations > 20, "{operations}");
        for (from, error) in (0..operations).flat_map(|from| ERRORS.map(|error| (from, error))) {
            let disk = case.disk();
            disk.plan(Plan::Fail { from, times: 1, error });
            let result = case.save(&disk);
            let what =
                format!("{size} bytes, operation {from} ({:?}), error {error}: {result:?}", disk.log().get(from));
            match &result {
                Ok(_) => assert!(case.is_new(&disk), "{what}"),
                Err(refused) => {
                    assert!(case.is_old(&disk) && matches!(refused, Refused::Failed(_)), "{what}");
                    check_sentence(&refused.to_string(), FILE);
                }
            }
            check_alone(&disk, &what);
        }
    }
}

#[test]
fn a_disk_that_fails_from_some_moment_on_leaves_only_what_the_next_save_sweeps() {
    let case = Case::new(1_000);
    for (from, error) in (0..case.operations(&case.disk())).flat_map(|from| ERRORS.map(|error| (from, error))) {
        // Interrupted for ever: the standard library tries again for as long.
        if error == EINTR {
            continue;
        }
        let disk = case.disk();
        disk.plan(Plan::Fail { from, times: usize::MAX, error });
        let is_saved = case.save(&disk).is_ok();
        assert!(if is_saved { case.is_new(&disk) } else { case.is_old(&disk) }, "operation {from}, error {error}");
        disk.plan(Plan::Fine);
        case.save(&disk).expect("the disk is well again");
        check_alone(&disk, &format!("operation {from}, error {error}"));
    }
}

#[test]
fn a_power_cut_after_any_operation_leaves_the_old_file_or_the_new_one() {
    for size in SIZES {
        let case = Case::new(size);
        let operations = case.operations(&case.disk());
        for at in 0..=operations {
            let disk = case.disk();
            disk.plan(Plan::Stop { at });
            let is_saved = case.save(&disk).is_ok();
            // Only the last operation is not waited for: some systems cannot sync a folder.
            assert_eq!(is_saved, at + 1 >= operations, "{size} bytes, before operation {at}");
            for kept in Kept::EACH {
                let after = disk.after_crash(kept);
                let what = format!("{size} bytes, before operation {at}, {kept:?}");
                assert!(case.is_new(&after) || case.is_old(&after), "{what}");
                assert!(at < operations || case.is_new(&after), "{what}: all was done");
                // Whoever comes next saves over whichever it is. What is swept is the same whatever its size.
                if size == SIZES[0] {
                    let there = after.bytes(FILE).expect("it is there");
                    saved(&after, &case.new, &seen(&there)).expect("nothing fails");
                    check_alone(&after, &what);
                }
            }
        }
    }
}

#[test]
fn a_new_file_is_there_wholly_or_not_at_all() {
    let new = pathway("stress -> marrow", 1_000);
    let save = |disk: &Fake| saved(disk, &new, &Seen::Nothing).is_ok();
    let disk = Fake::new(&["/home", "/data"]);
    assert!(save(&disk));
    for at in 0..=disk.log().len() {
        for kept in Kept::EACH.into_iter().filter(|kept| kept.names) {
            let disk = Fake::new(&["/home", "/data"]);
            disk.plan(Plan::Stop { at });
            save(&disk);
            let after = disk.after_crash(kept);
            assert!(after.bytes(FILE).is_none_or(|found| **found == *new.1.as_bytes()), "before operation {at}");
        }
    }
}

/// A file with two names, saved with a backup in the data folder, or written with a copy beside it.
struct TwoNames {
    case: Case,
    has_backup: bool,
}

impl TwoNames {
    fn disk(&self) -> Fake {
        let disk = self.case.disk();
        disk.hard_link(FILE, "/home/other.ron");
        disk
    }

    fn write(&self, disk: &Fake) -> Result<Way, String> {
        if self.has_backup {
            self.case.save(disk).map_err(|refused| refused.to_string())
        } else {
            write_on(disk, Path::new(FILE), self.case.new.1.as_bytes()).map_err(|error| error.to_string())
        }
    }

    fn operations(&self) -> usize {
        let disk = self.disk();
        assert!(self.write(&disk).is_ok_and(|way| way == Way::InPlace) && self.case.is_new(&disk));
        disk.log().len()
    }

    /// Whether what was in it lies elsewhere.
    fn is_kept(&self, disk: &Fake) -> bool {
        let is_old = |bytes: &[u8]| bytes == &**self.case.old;
        let backups = backups(&data(disk), Path::new(FILE), &self.case.new.0.about().id);
        let names = disk.names("/home");
        let mut copies = names.iter().filter(|name| name.starts_with("pathlight-before-saving-"));
        backups.iter().any(|backup| backup.read(&data(disk)).is_ok_and(|bytes| is_old(&bytes)))
            || copies.any(|copy| disk.bytes(format!("/home/{copy}")).is_some_and(|bytes| is_old(&bytes)))
    }
}

fn two_names() -> [TwoNames; 2] {
    [true, false].map(|has_backup| TwoNames { case: Case::new(1_000), has_backup })
}

#[test]
fn a_file_with_several_names_is_whole_or_kept_whole_elsewhere() {
    for two in two_names() {
        let mut halves = 0;
        for at in 0..=two.operations() {
            let disk = two.disk();
            disk.plan(Plan::Stop { at });
            two.write(&disk).ok();
            for kept in Kept::EACH {
                let after = disk.after_crash(kept);
                let is_whole = two.case.is_old(&after) || two.case.is_new(&after);
                halves += usize::from(!is_whole);
                assert!(is_whole || two.is_kept(&after), "before operation {at}: {:?}", after.names("/home"));
            }
        }
        assert!(halves > 0, "it is written over");
    }
}

#[test]
fn a_file_with_several_names_is_put_back_where_it_could_not_be_written() {
    for two in two_names() {
        for (from, error) in (0..two.operations()).flat_map(|from| ERRORS.map(|error| (from, error))) {
            let disk = two.disk();
            disk.plan(Plan::Fail { from, times: 1, error });
            let is_saved = two.write(&disk).is_ok();
            let is_right = if is_saved { two.case.is_new(&disk) } else { two.case.is_old(&disk) };
            assert!(is_right, "operation {from}, error {error}");
            assert_eq!(disk.bytes(FILE), disk.bytes("/home/other.ron"));
            // What could not be deleted is left: the next save sweeps what is new, and nobody the copy of what was there.
            if disk.log().get(from) != Some(&"remove_file") {
                assert_eq!(disk.names("/home"), ["map.ron", "other.ron"], "operation {from}, error {error}");
            }
        }
        // A disk that goes away in the middle: what is said names the copy.
        let mut told = 0;
        for from in 0..two.operations() {
            let disk = two.disk();
            disk.plan(Plan::Fail { from, times: usize::MAX, error: EIO });
            let Err(said) = two.write(&disk) else { continue };
            if !two.case.is_old(&disk) {
                let kept =
                    said.split("is kept in ").nth(1).and_then(|rest| rest.split(';').next()).expect("it says where");
                assert!(disk.bytes(kept).is_some_and(|bytes| bytes == two.case.old), "{said}");
                told += 1;
            }
        }
        assert!(told > 0);
    }
}

#[test]
fn a_file_that_somebody_holds_for_a_moment_is_tried_again() {
    let case = Case::new(1_000);
    let pauses = [5, 10, 20, 40, 80, 160];
    for (times, error) in (1..=7).flat_map(|times| [EPERM, EACCES, EBUSY].map(|error| (times, error))) {
        let disk = case.disk();
        // The backup is in place already: only the file's own name is in question.
        saved(&disk, &case.new, &seen(&case.old)).expect("nothing fails");
        disk.overwrite(FILE, &case.old);
        disk.plan(Plan::FailNamed { name: "rename", times, error });
        let result = case.save(&disk);
        assert_eq!(result.is_ok(), times <= 6, "{times} times {error}: {result:?}");
        assert_eq!(disk.slept(), &pauses[..times.min(6)]);
        assert!(if times <= 6 { case.is_new(&disk) } else { case.is_old(&disk) });
        check_alone(&disk, "it is tried again");
    }
    let disk = case.disk();
    disk.plan(Plan::FailNamed { name: "rename", times: 1, error: EROFS });
    // Of the backup, without which the file is saved all the same.
    let saved = saved(&disk, &case.new, &seen(&case.old)).expect("the file is well");
    assert!(saved.not_kept.is_some() && case.is_new(&disk) && disk.slept().is_empty());
}

#[test]
fn a_disk_that_gives_back_other_bytes_is_found_out() {
    let disk = disk(b"old");
    // Between writing and reading again.
    disk.meanwhile("seek", |disk| {
        let fresh =
            disk.names("/home").into_iter().find(|name| name.starts_with(".pathlight-")).expect("it is written");
        disk.overwrite(&format!("/home/{fresh}"), b"new but for a bit");
    });
    let error = write_on(&disk, Path::new(FILE), b"new").expect_err("it is not what was written");
    assert!(error.to_string().contains("other bytes"), "{error}");
    assert_eq!(disk.bytes(FILE).as_deref().map(Vec::as_slice), Some(&b"old"[..]));
    assert_eq!(disk.names("/home"), ["map.ron"]);
}

#[test]
fn a_pathway_with_a_wrong_byte_is_refused_or_says_the_same() {
    let (pathway, text) = pathway("stress -> marrow -| calm", 0);
    let mut refused = 0;
    for at in 0..text.len() {
        let mut wrong = text.clone().into_bytes();
        wrong[at] ^= 1;
        let Ok(wrong) = String::from_utf8(wrong) else { continue };
        let disk = disk(text.as_bytes());
        let result = saved(&disk, &(pathway.clone(), wrong.clone()), &seen(text.as_bytes()));
        let found = disk.bytes(FILE).expect("it is there");
        match result {
            Ok(_) => assert_eq!(pathlight::formats::open(&found).expect("it was opened again").pathway, pathway),
            Err(why) => {
                refused += 1;
                assert!(matches!(why, Refused::Unsound { .. }), "{why}");
                check_sentence(&format!("{why}; "), FILE);
                assert_eq!(**found, *text.as_bytes(), "byte {at}");
            }
        }
        assert_eq!(disk.names("/home"), ["map.ron"]);
    }
    assert!(refused * 2 > text.len(), "{refused} of {}", text.len());
}
