//! Which file a name means.

use std::{
    borrow::Cow,
    fs, io,
    path::{Path, PathBuf},
};

use super::{disk::Disk, system::System};

/// Most links that are followed from one to the next, as most systems have it.
const MOST_LINKS: usize = 40;

/// The path that a name means: an address such as `file:///home/me/my%20map.pathway.ron`, as file managers and browsers
/// give it, leads to a file of this machine. Everything else is a path already.
pub fn local(name: &Path) -> Cow<'_, Path> {
    let address = name.to_str().filter(|text| text.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("file:/")));
    let path = address.and_then(|text| url::Url::parse(text).ok()?.to_file_path().ok());
    path.map_or(Cow::Borrowed(name), Cow::Owned)
}

/// Whether two names lead to one file: also through links, by other names of it, and where it is not there yet.
pub fn is_same(one: &Path, other: &Path) -> bool {
    let ends = target(&System, &local(one)).ok().zip(target(&System, &local(other)).ok());
    ends.is_some_and(|(one, other)| one == other || is_same_file(&one, &other))
}

#[cfg(unix)]
fn is_same_file(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let both = fs::metadata(one).ok().zip(fs::metadata(other).ok());
    both.is_some_and(|(one, other)| (one.dev(), one.ino()) == (other.dev(), other.ino()))
}

#[cfg(not(unix))]
fn is_same_file(_: &Path, _: &Path) -> bool {
    false
}

/// Where a name leads in the end. A link is followed even where the file that it leads to is not there yet.
pub(super) fn target(disk: &dyn Disk, path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match disk.read_link(&path) {
            Ok(next) => path = folder_of(&path).join(next),
            Err(error) if is_no_link(&error) => return whole(disk, &path),
            // It may be one all the same, which must not be taken for the file.
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("links lead from one to the other and to no file"))
}

/// Whether this is how a system says that something is no link. Windows has many ways to say so.
fn is_no_link(error: &io::Error) -> bool {
    cfg!(windows) || matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::NotFound)
}

/// The one path of a file that is no link, there or not.
fn whole(disk: &dyn Disk, path: &Path) -> io::Result<PathBuf> {
    match path.file_name() {
        Some(name) => Ok(disk.canonicalize(folder_of(path))?.join(name)),
        None => disk.canonicalize(path),
    }
}

/// The folder that a file lies in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
