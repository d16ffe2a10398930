//! One document in recovery as bytes, and back: a mark, a sum over the rest, a version, and fields with their lengths.

use std::{
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use crate::files::{fingerprint::Fingerprint, running::seconds};

/// What every file of recovery begins with, in every version; the sum of the rest follows, eight bytes, then the version.
const MARK: &[u8] = b"pathlight recovery\n";
/// Version of what follows. All numbers are little-endian.
const VERSION: u32 = 1;

/// A document that is not saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The file that it was read from or is saved in; nothing for one that was never saved.
    pub path: Option<PathBuf>,
    /// What to call it, as the window does.
    pub title: String,
    /// The pathway as it would be saved.
    pub text: Vec<u8>,
    /// What was in its file when it was read or saved last.
    pub saved: Option<Fingerprint>,
    /// What was looked at, as the window understands it.
    pub view: String,
}

/// Why bytes are no document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// Some of it is missing or wrong.
    Damaged,
    /// It is whole, but of a later version of the program.
    Newer,
}

/// A document as bytes, with the time, UTC, to the second.
pub(super) fn encode(entry: &Entry, kept: SystemTime) -> Vec<u8> {
    let mut rest = VERSION.to_le_bytes().to_vec();
    rest.extend(seconds(kept).to_le_bytes());
    let saved = entry.saved.map(|saved| [saved.bytes.to_le_bytes(), saved.sum.to_le_bytes()].concat());
    put(&mut rest, &entry.path.as_deref().map(path_bytes).unwrap_or_default());
    put(&mut rest, entry.title.as_bytes());
    put(&mut rest, entry.view.as_bytes());
    put(&mut rest, &saved.unwrap_or_default());
    put(&mut rest, &entry.text);
    [MARK, &Fingerprint::of(&rest).sum.to_le_bytes(), &rest].concat()
}

/// A document and the time when it was kept, from its bytes.
pub(super) fn decode(bytes: &[u8]) -> Result<(Entry, SystemTime), Unreadable> {
    let rest = whole(bytes).ok_or(Unreadable::Damaged)?;
    let (version, rest) = rest.split_first_chunk().ok_or(Unreadable::Damaged)?;
    if u32::from_le_bytes(*version) > VERSION {
        return Err(Unreadable::Newer);
    }
    fields(rest).ok_or(Unreadable::Damaged)
}

/// What follows the sum, where it has that sum.
fn whole(bytes: &[u8]) -> Option<&[u8]> {
    let (sum, rest) = bytes.strip_prefix(MARK)?.split_first_chunk()?;
    (Fingerprint::of(rest).sum == u64::from_le_bytes(*sum)).then_some(rest)
}

fn fields(mut rest: &[u8]) -> Option<(Entry, SystemTime)> {
    let rest = &mut rest;
    let kept = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(take_number(rest)?))?;
    // No path and no file are fields without bytes.
    let path = Some(take(rest)?).filter(|path| !path.is_empty()).map(path_of);
    let title = take_text(rest)?;
    let view = take_text(rest)?;
    let mut saved = take(rest)?;
    let saved = match saved.len() {
        0 => None,
        _ => Some(Fingerprint { bytes: take_number(&mut saved)?, sum: take_number(&mut saved)? }),
    };
    let text = take(rest)?.to_owned();
    rest.is_empty().then_some((Entry { path, title, text, saved, view }, kept))
}

/// A field: its length, then its bytes.
fn put(into: &mut Vec<u8>, field: &[u8]) {
    into.extend((field.len() as u64).to_le_bytes());
    into.extend(field);
}

fn take<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = usize::try_from(take_number(rest)?).ok()?;
    let (field, after) = rest.split_at_checked(length)?;
    *rest = after;
    Some(field)
}

fn take_text(rest: &mut &[u8]) -> Option<String> {
    String::from_utf8(take(rest)?.to_owned()).ok()
}

fn take_number(rest: &mut &[u8]) -> Option<u64> {
    let (number, after) = rest.split_first_chunk()?;
    *rest = after;
    Some(u64::from_le_bytes(*number))
}

/// Paths are bytes on Unix and need be no text.
#[cfg(unix)]
fn path_bytes(path: &Path) -> Vec<u8> {
    std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str()).to_owned()
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    <std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes).into()
}

#[cfg(not(unix))]
fn path_bytes(path: &Path) -> Vec<u8> {
    path.to_string_lossy().into_owned().into_bytes()
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    String::from_utf8_lossy(bytes).into_owned().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        let saved = Some(Fingerprint::of(b"as it was"));
        let (title, view) = ("Skull ä".to_owned(), "lens: all".to_owned());
        Entry { path: Some("/home/me/a\nb.ron".into()), title, text: b"(id: \"x\")".to_vec(), saved, view }
    }

    #[test]
    fn what_is_kept_comes_back() {
        let kept = SystemTime::UNIX_EPOCH + Duration::from_secs(4_102_444_801);
        for entry in [entry(), Entry::default(), Entry { text: vec![0; 1_000_000], ..Entry::default() }] {
            assert_eq!(decode(&encode(&entry, kept)), Ok((entry, kept)));
        }
        // Where the sum is right and what follows is not, as a faulty writer would have it.
        for length in 4..60 {
            let rest = [&VERSION.to_le_bytes()[..], &vec![0xff; length]].concat();
            let bytes = [MARK, &Fingerprint::of(&rest).sum.to_le_bytes(), &rest].concat();
            assert_eq!(decode(&bytes), Err(Unreadable::Damaged));
        }
    }

    #[test]
    fn a_later_version_is_told_from_damage() {
        let rest = [&(VERSION + 1).to_le_bytes()[..], b"whatever it has"].concat();
        let bytes = [MARK, &Fingerprint::of(&rest).sum.to_le_bytes(), &rest].concat();
        assert_eq!(decode(&bytes), Err(Unreadable::Newer));
    }

    #[test]
    fn every_cut_and_every_wrong_bit_is_damage() {
        let bytes = encode(&entry(), SystemTime::UNIX_EPOCH);
        for length in 0..bytes.len() {
            assert_eq!(decode(&bytes[..length]), Err(Unreadable::Damaged), "{length}");
        }
        for bit in 0..bytes.len() * 8 {
            let mut wrong = bytes.clone();
            wrong[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(decode(&wrong), Err(Unreadable::Damaged), "{bit}");
        }
        assert_eq!(decode(&[&bytes[..], b"x"].concat()), Err(Unreadable::Damaged));
    }
}
