//! Damaged files: every reader gets every fixture with bytes changed, cut out, doubled and cut off, under its own name and
//! under foreign ones. None may panic, and each gives a pathway with a report or one clear sentence.

use std::path::{Path, PathBuf};

use super::{FORMATS, Input, Wishes, build, read};

/// How often each fixture is damaged in every run; `PATHLIGHT_DAMAGE` says how often by hand.
const TIMES: u64 = 40;

/// A generator of numbers by multiplication and shifts (Steele, Lea and Flood's SplitMix64), so that every run is the same.
struct Lots(u64);

impl Lots {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % below.max(1) as u64).unwrap_or(0)
    }
}

fn fixtures(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() { fixtures(&path, found) } else { found.push(path) }
    }
}

fn damage(bytes: &mut Vec<u8>, lots: &mut Lots) {
    for _ in 0..=lots.next(4) {
        let at = lots.next(bytes.len());
        match lots.next(6) {
            0 if !bytes.is_empty() => bytes[at] = u8::try_from(lots.next(256)).unwrap_or(0),
            1 => bytes.truncate(at),
            2 => {
                let end = (at + lots.next(40)).min(bytes.len());
                bytes.drain(at..end);
            }
            3 => {
                let end = (at + lots.next(200)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            4 => {
                let hard: &[&[u8]] = &[
                    b"\"",
                    b"<",
                    b"-1e309",
                    b"NaN",
                    b"99999999999999999999",
                    b"\0",
                    b"]]>",
                    b"{",
                    b"\xff",
                    b"\t",
                    b"\n",
                ];
                bytes.splice(at..at, hard[lots.next(hard.len())].iter().copied());
            }
            _ => bytes.extend_from_within(at..),
        }
    }
}

#[test]
fn no_damage_makes_a_reader_panic_or_fall_silent() {
    let times = std::env::var("PATHLIGHT_DAMAGE").ok().and_then(|times| times.parse().ok()).unwrap_or(TIMES);
    let mut found = Vec::new();
    fixtures(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"), &mut found);
    let mut lots = Lots(7);
    for path in &found {
        let whole = std::fs::read(path).expect("a fixture can be read");
        let name = path.file_name().expect("it has a name").to_string_lossy();
        for round in 0..times {
            let mut bytes = whole.clone();
            if round > 0 {
                damage(&mut bytes, &mut lots);
            }
            let input = Input::new(&name, &bytes);
            let other = FORMATS[lots.next(FORMATS.len())];
            for format in [None, Some(other)] {
                let made = read(&input, format).and_then(|(format, draft)| build(format, draft, &Wishes::default()));
                match made {
                    Ok(made) => {
                        let lines = made.report.lines();
                        assert!(
                            !lines.is_empty() && lines.iter().all(|line| !line.contains(char::is_control)),
                            "{name}: {lines:?}"
                        );
                    }
                    Err(problem) => {
                        let said = problem.to_string();
                        assert!(!said.contains('\n') && !problem.hint.is_empty(), "{name}: {said}");
                    }
                }
            }
        }
    }
}
