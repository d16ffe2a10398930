//! What may happen to a file, on a real disk.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::*;
use crate::{
    formats,
    model::{Pathway, notation},
};

/// Runs a check in a folder of its own, where a file `old` says “old”.
fn in_folder(name: &str, check: impl FnOnce(&Path, &Path)) {
    let folder = std::env::temp_dir().join(format!("pathlight-files-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for a test");
    let file = folder.join("old");
    fs::write(&file, "old").expect("a file for a test");
    check(&folder, &file);
    fs::remove_dir_all(&folder).expect("the folder of a test can go");
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[track_caller]
fn check_refused(path: &Path, folder: &Path, file: &Path) {
    let before = names(folder);
    let error = write(path, "new").expect_err("it cannot be written");
    let said = error.to_string();
    assert!(!said.is_empty() && !said.contains('\n'), "{said}");
    assert_eq!(fs::read_to_string(file).expect("the old file is there"), "old");
    assert_eq!(names(folder), before, "nothing is left beside it");
}

#[test]
fn what_is_written_is_whole_and_alone() {
    in_folder("whole", |folder, file| {
        let long: Vec<u8> = (0..3_000_000_u32).map(|i| (i % 251) as u8).collect();
        for (path, bytes) in [(file, &b""[..]), (file, &long), (&folder.join("new"), &b"new"[..])] {
            assert_eq!(write(path, bytes).expect("it can be written"), Way::Whole);
            assert!(fs::read(path).expect("it is there") == bytes, "{} bytes", bytes.len());
        }
        // As long as a name can be.
        write(&folder.join("n".repeat(255)), "new").expect("it can be written");
        assert_eq!(names(folder), ["new".to_owned(), "n".repeat(255), "old".to_owned()]);
    });
}

#[test]
fn what_cannot_be_written_leaves_everything_as_it_was() {
    in_folder("refused", |folder, file| {
        fs::create_dir(folder.join("inner")).expect("a folder for a test");
        // A folder has the name; then there is no folder to write it in.
        check_refused(&folder.join("inner"), folder, file);
        check_refused(&folder.join("nowhere/new"), folder, file);
        check_refused(&file.join("new"), folder, file);
    });
}

#[test]
fn threads_that_write_one_file_leave_one_of_their_texts() {
    in_folder("threads", |folder, file| {
        std::thread::scope(|scope| {
            for letter in ["a", "b", "c", "d"] {
                scope.spawn(move || {
                    for _ in 0..25 {
                        write(file, letter.repeat(10_000)).expect("it can be written");
                    }
                });
            }
        });
        let text = fs::read_to_string(file).expect("it is there");
        assert!(text.len() == 10_000 && text.bytes().all(|byte| Some(byte) == text.bytes().next()));
        assert_eq!(names(folder), ["old"]);
    });
}

#[test]
fn what_a_killed_program_left_goes_and_what_somebody_holds_stays() {
    in_folder("leftovers", |folder, file| {
        for left in [".pathlight-1-0.tmp", ".pathlight-4000000-17.tmp"] {
            fs::write(folder.join(left), "half").expect("a file for a test");
        }
        // Whoever writes at this moment holds a lock, on this computer or another; the others only look alike.
        let held = fs::File::create(folder.join(".pathlight-1-1.tmp")).expect("a file for a test");
        held.lock().expect("a disk with locks");
        let others = [".old.1.tmp", ".pathlight-1-1.tmp", ".pathlight-x-1.tmp", "pathlight-1-2.tmp"];
        for other in others {
            fs::OpenOptions::new().append(true).create(true).open(folder.join(other)).expect("a file for a test");
        }
        write(file, "new").expect("it can be written");
        assert_eq!(
            names(folder),
            [".old.1.tmp", ".pathlight-1-1.tmp", ".pathlight-x-1.tmp", "old", "pathlight-1-2.tmp"]
        );
        drop(held);
        write(file, "new").expect("it can be written");
        assert!(!names(folder).contains(&".pathlight-1-1.tmp".to_owned()));
    });
}

#[test]
fn a_name_that_is_taken_is_nobodys_to_delete() {
    in_folder("taken", |folder, file| {
        // Every name that this process may try next, each held by somebody.
        let names: Vec<PathBuf> =
            (0..2_000).map(|i| folder.join(format!(".pathlight-{}-{i}.tmp", std::process::id()))).collect();
        let held: Vec<fs::File> = names.iter().map(|name| fs::File::create(name).expect("a file for a test")).collect();
        for file in &held {
            file.lock().expect("a disk with locks");
        }
        write(file, "new").ok();
        assert!(names.iter().all(|name| name.exists()));
    });
}

fn saved(path: &Path, text: &str, pathway: &Pathway) -> Result<Saved, Refused> {
    save(&System, &Save { path, text, pathway, errors: 0, seen: &Seen::Anything, data: None })
}

#[test]
fn a_pathway_that_could_not_be_opened_again_is_not_written() {
    in_folder("saved", |folder, file| {
        let pathway = notation::parse("stress -> marrow -| calm").expect("notation");
        let text = formats::save(&pathway);
        // As a writer with a fault would have it.
        for wrong in [text.replacen("Lowers", "Raises", 1), text.replacen("Lowers", "Lowres", 1), text[1..].to_owned()]
        {
            let why = saved(file, &wrong, &pathway).expect_err("it is not that pathway").to_string();
            assert!(why.contains("opened again"), "{why}");
            assert_eq!(fs::read_to_string(file).expect("it is there"), "old");
        }
        saved(file, &text, &pathway).expect("it is that pathway");
        assert_eq!(fs::read_to_string(file).expect("it is there"), text);
        assert_eq!(names(folder), ["old"]);
    });
}

#[test]
fn addresses_of_files_are_paths() {
    in_folder("file address", |folder, _| {
        let file = folder.join("my ä%.pathway.ron");
        let text = formats::save(&notation::parse("a -> b").expect("notation"));
        fs::write(&file, &text).expect("a file for a test");
        let address = url::Url::from_file_path(&file).expect("it is absolute").to_string();
        assert!(address.contains("%20") && address.contains("%25"), "{address}");
        assert_eq!(local(Path::new(&address)), file);
        assert!(read(Path::new(&address)).is_ok());
        assert!(is_same(Path::new(&address), &folder.join("./my ä%.pathway.ron")));
        write(Path::new(&address), "new").expect("it can be written");
        assert_eq!(fs::read_to_string(&file).expect("it is there"), "new");
    });
    for path in ["skull-marrow", "a/b.ron", "file:b.ron", "http://x/y", "file://elsewhere/share/a.ron"] {
        assert_eq!(local(Path::new(path)), Path::new(path));
    }
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("it is there").permissions().mode() & 0o7777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("its owner may");
    }

    #[test]
    fn a_file_keeps_its_mode() {
        in_folder("mode", |_, file| {
            for kept in [0o600, 0o640, 0o644, 0o664, 0o755] {
                set_mode(file, kept);
                write(file, "new").expect("it can be written");
                assert_eq!(mode(file), kept);
            }
        });
    }

    #[test]
    fn a_write_protected_file_stays_also_for_an_administrator() {
        in_folder("protected", |folder, file| {
            for kept in [0o444, 0o400, 0o555] {
                set_mode(file, kept);
                check_refused(file, folder, file);
                assert_eq!(mode(file), kept);
            }
        });
    }

    #[test]
    fn owner_and_group_stay() {
        in_folder("owner", |_, file| {
            // Only an administrator can give a file away.
            if std::os::unix::fs::chown(file, Some(12_345), Some(54_321)).is_err() {
                return;
            }
            set_mode(file, 0o640);
            write(file, "new").expect("it can be written");
            let found = fs::metadata(file).expect("it is there");
            assert_eq!((found.uid(), found.gid(), mode(file)), (12_345, 54_321, 0o640));
        });
    }

    #[test]
    fn nobody_else_reads_what_is_being_written() {
        in_folder("private", |folder, _| {
            let fresh = crate::files::leftovers::Fresh::create_in(&System, folder, true).expect("it can be made");
            assert_eq!(mode(&fresh.path), 0o600);
        });
    }

    #[test]
    fn a_new_file_has_the_mode_that_new_files_have() {
        in_folder("new", |folder, file| {
            let new = folder.join("new");
            write(&new, "new").expect("it can be written");
            assert_eq!(mode(&new), mode(file), "as the system gives it");
        });
    }

    #[test]
    fn links_stay_and_lead_to_the_new_text() {
        in_folder("links", |folder, file| {
            set_mode(file, 0o600);
            let links: Vec<PathBuf> = (0..5).map(|i| folder.join(format!("link{i}"))).collect();
            symlink("old", &links[0]).expect("a link for a test");
            links.windows(2).for_each(|pair| symlink(&pair[0], &pair[1]).expect("a link for a test"));
            assert!(is_same(&links[4], file));
            write(&links[4], "new").expect("it can be written");
            assert_eq!((fs::read_to_string(file).expect("it is there").as_str(), mode(file)), ("new", 0o600));
            assert!(links.iter().all(|link| link.is_symlink()));
        });
    }

    #[test]
    fn a_link_to_nothing_yet_is_followed_and_a_circle_is_refused() {
        in_folder("dangling", |folder, file| {
            let (link, circle) = (folder.join("link"), folder.join("circle"));
            symlink("there", &link).expect("a link for a test");
            symlink("circle", &circle).expect("a link for a test");
            assert!(is_same(&link, &folder.join("there")) && !is_same(&link, file));
            write(&link, "new").expect("it can be written");
            assert!(link.is_symlink());
            assert_eq!(fs::read_to_string(folder.join("there")).expect("it is there"), "new");
            check_refused(&circle, folder, file);
        });
    }

    #[test]
    fn every_name_of_a_file_keeps_leading_to_it() {
        in_folder("names", |folder, file| {
            let others = [folder.join("second"), folder.join("third")];
            for other in &others {
                fs::hard_link(file, other).expect("a disk with links");
            }
            assert!(is_same(&others[0], file));
            for text in ["a longer text than before", "short"] {
                assert_eq!(write(&others[0], text).expect("it can be written"), Way::InPlace);
                for name in [file, &others[0], &others[1]] {
                    assert_eq!(fs::read_to_string(name).expect("it is there"), text);
                }
            }
            assert_eq!(fs::metadata(file).expect("it is there").nlink(), 3);
            assert_eq!(names(folder), ["old", "second", "third"], "no copy is left");
        });
    }

    #[test]
    fn pipes_and_devices_are_refused() {
        in_folder("devices", |folder, file| {
            let pipe = folder.join("pipe");
            assert!(std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()));
            check_refused(&pipe, folder, file);
            check_refused(Path::new("/dev/null"), folder, file);
            let socket = folder.join("socket");
            let _listening = std::os::unix::net::UnixListener::bind(&socket).expect("a socket for a test");
            check_refused(&socket, folder, file);
            for odd in [&pipe, Path::new("/dev/zero"), &socket] {
                let problems = read(odd).expect_err("it is no file");
                assert!(problems[0].what.contains("not an ordinary file"), "{problems:?}");
            }
        });
    }

    #[test]
    fn a_folder_without_rights_keeps_the_old_file() {
        in_folder("rights", |folder, file| {
            set_mode(folder, 0o555);
            // Nothing is refused to an administrator, who may run the tests.
            if fs::File::create_new(folder.join("probe")).is_err() {
                check_refused(file, folder, file);
            }
            set_mode(folder, 0o755);
        });
    }
}
