//! Modes, links and names, and places where nobody can save.

use crate::{
    FILE, check_sentence, data, disk,
    fake::{EACCES, EDQUOT, EIO, ENOSPC, ENOTDIR, EROFS, ESTALE, Fake, Plan},
    pathway, saved, saved_at, seen,
};
use pathlight::files::{Refused, Seen, System, Way, may_save};
use std::path::Path;

#[test]
fn a_link_whose_end_cannot_be_found_is_not_replaced_by_a_file() {
    let (old, new) = (pathway("a -> b", 0).1, pathway("a -> c", 0));
    let linked = || {
        let disk = disk(old.as_bytes());
        disk.link("map.ron", "/home/link");
        disk
    };
    let whole = linked();
    saved_at(&whole, "/home/link", (&new.0, &new.1), &seen(old.as_bytes())).expect("nothing fails");
    assert!(whole.is_link("/home/link") && **whole.bytes(FILE).expect("it is there") == *new.1.as_bytes());
    for (from, error) in (0..whole.log().len()).flat_map(|from| [EIO, EACCES, ESTALE].map(|error| (from, error))) {
        let disk = linked();
        disk.plan(Plan::Fail { from, times: 1, error });
        saved_at(&disk, "/home/link", (&new.0, &new.1), &seen(old.as_bytes())).ok();
        assert!(disk.is_link("/home/link"), "operation {from}, error {error}");
        assert_eq!(disk.names("/home"), ["link", "map.ron"]);
    }
}

#[test]
fn where_nobody_can_save_the_next_step_is_another_place() {
    let (old, new) = (pathway("a -> b", 0).1, pathway("a -> c", 0));
    for (error, is_of_place, says) in [
        (EACCES, true, "another folder"),
        (EROFS, true, "another folder"),
        (ENOTDIR, true, "another folder"),
        (ESTALE, true, "another folder"),
        (EIO, false, "another disk"),
        (ENOSPC, false, "kB"),
        (EDQUOT, false, "kB"),
    ] {
        let disk = disk(old.as_bytes());
        disk.plan(Plan::Fail { from: 0, times: usize::MAX, error });
        let refused = saved(&disk, &new, &seen(old.as_bytes())).expect_err("it fails");
        check_sentence(&refused.to_string(), FILE);
        assert!(refused.to_string().contains(says), "{refused}");
        let Refused::Failed(trouble) = refused else { panic!("{refused}") };
        assert_eq!((trouble.is_of_place(), trouble.error.raw_os_error()), (is_of_place, Some(error)));
    }
    let disk = Fake::new(&["/home", "/data"]);
    disk.put("/home/file", b"");
    for path in ["/nowhere/map.ron", "/home/file/map.ron", "/home"] {
        let refused = saved_at(&disk, path, (&new.0, &new.1), &Seen::Anything).expect_err("it cannot be there");
        check_sentence(&refused.to_string(), path);
        assert!(matches!(refused, Refused::Failed(trouble) if trouble.is_of_place()));
    }
    // Characters that a terminal or a window would obey.
    let refused = saved_at(&disk, "/nowhere/a\u{202E}\nb", (&new.0, &new.1), &Seen::Anything).expect_err("no folder");
    check_sentence(&refused.to_string(), "/nowhere/a‹U+202E› b");
}

#[test]
fn a_save_without_backups_is_a_save() {
    let (old, new) = (pathway("a -> b", 0).1, pathway("a -> c", 0));
    let disk = disk(old.as_bytes());
    // A file stands where the data folder would be.
    disk.put("/data/pathlight", b"");
    let saved = saved(&disk, &new, &seen(old.as_bytes())).expect("the file is well");
    assert!(saved.not_kept.is_some());
    assert!(disk.bytes(FILE).is_some_and(|bytes| **bytes == *new.1.as_bytes()));
    assert!(data(&disk).disk().metadata(Path::new(FILE)).is_ok());
}

#[test]
fn whether_a_file_may_be_saved_is_known_without_touching_it() {
    let disk = disk(b"old");
    assert!(may_save(&disk, Path::new(FILE)).is_ok());
    let changes = ["write", "set_len", "rename", "remove_file", "create_dir_all", "set_mode", "sync"];
    assert!(disk.log().iter().all(|operation| !changes.contains(operation)), "{:?}", disk.log());
    for error in [EACCES, EROFS, ESTALE] {
        disk.plan(Plan::FailNamed { name: "open", times: 1, error });
        check_sentence(&may_save(&disk, Path::new(FILE)).expect_err("it may not").to_string(), FILE);
    }
    disk.delete(FILE);
    assert!(may_save(&disk, Path::new(FILE)).is_ok(), "it can be made again");
    assert!(may_save(&disk, Path::new("/nowhere/map.ron")).is_err());
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::{
        fs,
        os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink},
        path::PathBuf,
    };

    use pathlight::files::{Save, save};

    /// A real folder that goes with the test.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("pathlight-places-{}-{name}", std::process::id()));
            fs::create_dir_all(&folder).expect("a folder for a test");
            Self(folder)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            fs::set_permissions(&self.0, fs::Permissions::from_mode(0o755)).ok();
            fs::remove_dir_all(&self.0).ok();
        }
    }

    /// The fourteen: five modes, a chain of five links, a link to nothing, a circle, three names, and where it is
    /// protected.
    #[test]
    fn modes_links_and_names_stay() {
        let folder = Folder::new("modes");
        let file = folder.0.join("map.ron");
        let (old, new) = (pathway("a -> b", 0).1, pathway("a -> c", 0));
        let put = || {
            fs::remove_file(&file).ok();
            fs::write(&file, &old).expect("a file for a test");
        };
        let saved = |path: &Path, seen: &Seen| {
            save(&System, &Save { path, text: &new.1, pathway: &new.0, errors: 0, seen, data: None })
        };
        let mode = || fs::metadata(&file).expect("it is there").mode() & 0o7777;
        let is_new = || fs::read_to_string(&file).expect("it is there") == new.1;
        for kept in [0o600, 0o640, 0o644, 0o664] {
            put();
            fs::set_permissions(&file, fs::Permissions::from_mode(kept)).expect("its owner may");
            saved(&file, &seen(old.as_bytes())).expect("it can be saved");
            assert!(is_new() && mode() == kept, "{kept:o}");
        }
        put();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("its owner may");
        let refused = saved(&file, &Seen::Anything).expect_err("it is protected");
        assert!(refused.to_string().contains("write-protected") && !is_new() && mode() == 0o444, "{refused}");
        assert!(may_save(&System, &file).is_err());

        put();
        let links: Vec<PathBuf> = (0..5).map(|i| folder.0.join(format!("link{i}"))).collect();
        symlink("map.ron", &links[0]).expect("a link for a test");
        links.windows(2).for_each(|pair| symlink(&pair[0], &pair[1]).expect("a link for a test"));
        saved(&links[4], &seen(old.as_bytes())).expect("it can be saved");
        assert!(is_new() && links.iter().all(|link| link.is_symlink()));

        let [dangling, circle] = ["dangling", "circle"].map(|name| folder.0.join(name));
        symlink("there", &dangling).expect("a link for a test");
        symlink("circle", &circle).expect("a link for a test");
        saved(&dangling, &Seen::Nothing).expect("it can be saved");
        assert!(dangling.is_symlink() && folder.0.join("there").is_file());
        assert!(matches!(saved(&circle, &Seen::Anything), Err(Refused::Failed(_))));

        put();
        let others = ["second", "third"].map(|name| folder.0.join(name));
        for other in &others {
            fs::hard_link(&file, other).expect("a disk with links");
        }
        let known = saved(&others[0], &seen(old.as_bytes())).expect("it can be saved");
        assert!(known.way == Way::InPlace && is_new() && fs::metadata(&file).expect("it is there").nlink() == 3);

        put();
        fs::set_permissions(&folder.0, fs::Permissions::from_mode(0o555)).expect("its owner may");
        assert!(may_save(&System, &file).is_err());
    }
}
