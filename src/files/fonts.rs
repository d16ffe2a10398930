//! Fonts of the system, for scripts that the bundled fonts lack: the usual folders, bounded in files, bytes and depth.

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
};

use crate::text::{Coverage, Faces, coverage};

/// Most files that are looked at, and most of those that are kept.
const MOST_FILES: usize = 5_000;
const MOST_KEPT: usize = 8;
/// Deepest folder inside of a font folder.
const DEEPEST: usize = 5;
/// Largest file that is kept, in bytes: fonts for Chinese take 20 to 80 MB.
const LARGEST: u64 = 96 * 1024 * 1024;

/// The folders in which this system keeps fonts.
pub fn font_folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = Vec::new();
    if let Some(user) = directories::UserDirs::new() {
        folders.extend(user.font_dir().map(Path::to_owned));
        folders.push(user.home_dir().join(".fonts"));
    }
    if cfg!(windows) {
        folders.extend(env::var_os("WINDIR").map(|windows| PathBuf::from(windows).join("Fonts")));
        folders.extend(env::var_os("LOCALAPPDATA").map(|own| PathBuf::from(own).join("Microsoft/Windows/Fonts")));
    } else {
        folders.extend(env::var_os("XDG_DATA_DIRS").iter().flat_map(env::split_paths).map(|data| data.join("fonts")));
        let usual = ["/usr/share/fonts", "/usr/local/share/fonts", "/run/host/fonts"];
        let apple = ["/System/Library/Fonts", "/Library/Fonts"];
        folders.extend(usual.iter().chain(&apple).map(PathBuf::from));
    }
    folders
}

/// A font that has some of what is wanted.
struct Found {
    path: PathBuf,
    coverage: Coverage,
}

/// Adds the fewest fonts of some folders that have characters, the most fitting first, and takes from `wanted` what they
/// have. The same folders give the same fonts. Stops early where `go_on` says no.
pub fn add_fonts(
    faces: &Faces,
    wanted: &mut BTreeSet<char>,
    folders: &[PathBuf],
    go_on: &mut dyn FnMut() -> bool,
) -> Faces {
    let mut faces = faces.clone();
    if wanted.is_empty() {
        return faces;
    }
    let found = candidates(wanted, folders, go_on);
    for _ in 0..MOST_KEPT {
        let gain = |one: &&Found| one.coverage.characters.intersection(wanted).count();
        // The first of several that are alike: `max_by_key` would take the last.
        let best = found.iter().rev().max_by_key(|one| (gain(one), u32::MAX - one.coverage.oddness));
        let Some(best) = best.filter(|one| gain(one) > 0) else { break };
        let file =
            fs::metadata(&best.path).ok().filter(|data| data.len() <= LARGEST).and_then(|_| fs::read(&best.path).ok());
        if let Some(file) = file {
            faces = faces.with(file, best.coverage.index);
        }
        for c in &best.coverage.characters {
            wanted.remove(c);
        }
    }
    faces
}

/// Every font in the folders that has some of what is wanted, in the order of the folders and of names.
fn candidates(wanted: &BTreeSet<char>, folders: &[PathBuf], go_on: &mut dyn FnMut() -> bool) -> Vec<Found> {
    let mut found = Vec::new();
    let mut looked_at = 0;
    let mut open: Vec<(PathBuf, usize)> = folders.iter().rev().map(|folder| (folder.clone(), 0)).collect();
    while let Some((path, depth)) = open.pop() {
        if looked_at >= MOST_FILES || !go_on() {
            break;
        }
        let Ok(data) = fs::metadata(&path) else { continue };
        looked_at += 1;
        if data.is_dir() && depth <= DEEPEST {
            let Ok(entries) = fs::read_dir(&path) else { continue };
            let mut inside: Vec<PathBuf> =
                entries.filter_map(|entry| Some(entry.ok()?.path())).take(MOST_FILES).collect();
            inside.sort_unstable_by(|a, b| b.cmp(a));
            open.extend(inside.into_iter().map(|path| (path, depth + 1)));
        } else if data.is_file() && is_font(&path) {
            // A file that cannot be read is no font for us.
            let all = fs::File::open(&path).and_then(|mut file| coverage(&mut file, wanted)).unwrap_or_default();
            found.extend(all.into_iter().map(|coverage| Found { path: path.clone(), coverage }));
        }
    }
    found
}

fn is_font(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    matches!(ending.as_str(), "ttf" | "otf" | "ttc" | "otc")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder that goes away with the test: fonts, a folder in a folder, and what is no font.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = env::temp_dir().join(format!("pathlight-fonts-{}-{name}", std::process::id()));
            let inside = folder.join("inside");
            fs::create_dir_all(&inside).expect("a folder");
            fs::write(folder.join("a.ttf"), b"no font").expect("a file");
            fs::write(folder.join("note.txt"), b"no font either").expect("a file");
            let font = include_bytes!("../../tests/fonts/stand-in.ttf");
            fs::write(inside.join("b.TTF"), font).expect("a file");
            fs::write(inside.join("c.ttf"), font).expect("a file");
            Self(folder)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).ok();
        }
    }

    #[test]
    fn the_fewest_fonts_are_taken_and_what_is_left_is_known() {
        let folder = Folder::new("fewest");
        let mut wanted = BTreeSet::from(['慢', '炎', 'ద']);
        let faces = add_fonts(&Faces::default(), &mut wanted, std::slice::from_ref(&folder.0), &mut || true);
        assert_eq!(wanted, BTreeSet::from(['ద']));
        assert_eq!(faces.len(), 1);
    }

    #[test]
    fn nobody_looks_where_nothing_is_wanted_or_time_is_up() {
        let folder = Folder::new("bounds");
        let folders = std::slice::from_ref(&folder.0);
        let mut asked = 0;
        let none = add_fonts(&Faces::default(), &mut BTreeSet::new(), folders, &mut || {
            asked += 1;
            true
        });
        assert!(none.is_empty() && asked == 0);
        let mut wanted = BTreeSet::from(['慢']);
        assert!(add_fonts(&Faces::default(), &mut wanted, folders, &mut || false).is_empty());
        assert_eq!(wanted.len(), 1);
    }
}
