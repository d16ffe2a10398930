//! Reading and writing files on disk, for the window and the command line alike.

mod fonts;

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

pub use self::fonts::{add_fonts, font_folders};
use crate::formats::{self, Opened, Problem};

/// Reads and opens a pathway file.
///
/// # Errors
/// Everything that is wrong, each with its place; a file that cannot be read at all is one problem at its start.
pub fn read(path: &Path) -> Result<Opened, Vec<Problem>> {
    let bytes = bytes(path).map_err(|problem| vec![problem])?;
    formats::open(&bytes)
}

/// The largest text that is read as notation, in bytes: thousands of lines.
pub const MAX_NOTATION_BYTES: u64 = 100_000;

/// Reads a text file of at most so many bytes.
///
/// # Errors
/// Why it cannot be read.
pub fn text(path: &Path, most: u64) -> Result<String, Problem> {
    as_text(bytes(path)?, most)
}

/// Bytes as text of at most so many bytes.
///
/// # Errors
/// Where there are more, or they are no text.
pub fn as_text(bytes: Vec<u8>, most: u64) -> Result<String, Problem> {
    if bytes.len() as u64 > most {
        let what = format!("this is more than {} kB of text", most / 1_000);
        return Err(Problem::at_start(&what, "split it into smaller maps"));
    }
    String::from_utf8(bytes).map_err(|_| Problem::at_start("this is not UTF-8 text", "save it as UTF-8 text"))
}

/// Writes a file so that it is either as it was or wholly the new one, whatever happens in between: the new one is
/// written beside it, brought to the disk, and takes its name last. It may be read and written by whoever might before,
/// and by nobody else. A link is followed: the file that it leads to is the one that changes.
///
/// # Errors
/// What the system says; the file that was there is then untouched, and nothing is left beside it.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let old = fs::metadata(&path).ok().filter(fs::Metadata::is_file);
    let (fresh, file) = create_in(folder, old.is_some())?;
    let written = fill(file, bytes.as_ref(), old.as_ref()).and_then(|()| fs::rename(&fresh, &path));
    if written.is_err() {
        fs::remove_file(&fresh).ok();
        return written;
    }
    // The name, too, is kept through a loss of power. Some systems cannot do that for a folder; the file is written.
    fs::File::open(folder).and_then(|folder| folder.sync_all()).ok();
    Ok(())
}

/// Most names that are tried for a new file: each one that is taken was left by a program that was ended.
const MOST_NAMES: u32 = 1_000;

/// A new file in a folder, under a name that nothing else has. `is_private`: nobody else may read it.
fn create_in(folder: &Path, is_private: bool) -> io::Result<(PathBuf, fs::File)> {
    // Two threads of this program never try one name at a time.
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, if is_private { 0o600 } else { 0o666 });
    let mut taken = io::ErrorKind::AlreadyExists.into();
    for _ in 0..MOST_NAMES {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        // Not the file's own name with more behind it, which may be longer than a name can be.
        let path = folder.join(format!(".pathlight-{}-{number}.tmp", std::process::id()));
        match options.open(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => taken = error,
            Err(error) => return Err(error),
        }
    }
    Err(taken)
}

/// Writes a new file to the disk, with the rights of the one that it takes the place of.
fn fill(mut file: fs::File, bytes: &[u8], old: Option<&fs::Metadata>) -> io::Result<()> {
    file.write_all(bytes)?;
    #[cfg(unix)]
    if let Some(old) = old {
        keep_rights(&file, old)?;
    }
    #[cfg(not(unix))]
    let _ = old;
    file.sync_all()
}

/// Gives a file the owner, the group and the mode of another.
#[cfg(unix)]
fn keep_rights(file: &fs::File, old: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
    let new = file.metadata()?;
    if new.uid() != old.uid() {
        // Only an administrator can; for everybody else the file becomes their own, and they could read it before.
        fchown(file, Some(old.uid()), None).ok();
    }
    let has_group = new.gid() == old.gid() || fchown(file, None, Some(old.gid())).is_ok();
    // What one group might do is not for another.
    let mode = old.mode() & if has_group { 0o777 } else { 0o707 };
    if new.mode() & 0o777 == mode { Ok(()) } else { file.set_permissions(fs::Permissions::from_mode(mode)) }
}

fn bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let metadata = fs::metadata(path).map_err(|error| cannot_read(&error))?;
    if metadata.is_dir() {
        return Err(Problem::at_start("this is a folder", "name a pathway file inside it, such as my.pathway.ron"));
    }
    if !metadata.is_file() {
        return Err(Problem::at_start("this is not an ordinary file", "name a pathway file, such as my.pathway.ron"));
    }
    if metadata.len() > formats::MAX_BYTES as u64 {
        // Said before a byte is read: a huge file must not fill the memory first.
        return Err(formats::too_large(metadata.len()));
    }
    fs::read(path).map_err(|error| cannot_read(&error))
}

fn cannot_read(error: &io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::NotFound => Problem::at_start("there is no such file", "check the path for a slip of the pen"),
        io::ErrorKind::PermissionDenied => Problem::at_start(
            "you may not read this file",
            "ask its owner for the right to read it, or copy it elsewhere",
        ),
        _ => Problem::at_start(&format!("it cannot be read ({error})"), "check that the disk is there, then try again"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
                write(path, bytes).expect("it can be written");
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
            // The new file cannot take the name; then there is no folder to write it in.
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

    #[cfg(unix)]
    mod unix {
        use super::*;
        use std::os::unix::fs::{PermissionsExt as _, symlink};

        fn mode(path: &Path) -> u32 {
            fs::metadata(path).expect("it is there").permissions().mode() & 0o777
        }

        fn set_mode(path: &Path, mode: u32) {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("its owner may");
        }

        #[test]
        fn a_file_keeps_its_mode() {
            in_folder("mode", |_, file| {
                for kept in [0o600, 0o640, 0o644, 0o664, 0o400, 0o755] {
                    set_mode(file, kept);
                    write(file, "new").expect("it can be written");
                    assert_eq!(mode(file), kept);
                }
            });
        }

        #[test]
        fn nobody_else_reads_what_is_being_written() {
            in_folder("private", |folder, _| {
                let (path, _) = create_in(folder, true).expect("it can be made");
                assert_eq!(mode(&path), 0o600);
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
        fn a_link_stays_and_leads_to_the_new_text() {
            in_folder("link", |folder, file| {
                let (near, far) = (folder.join("near"), folder.join("far"));
                symlink("old", &near).expect("a link for a test");
                symlink(&near, &far).expect("a link for a test");
                set_mode(file, 0o600);
                write(&far, "new").expect("it can be written");
                assert_eq!((fs::read_to_string(file).expect("it is there").as_str(), mode(file)), ("new", 0o600));
                assert!(far.is_symlink() && near.is_symlink());
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
}
