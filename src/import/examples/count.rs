//! Reads every file of a folder in whatever foreign format it is and counts: `count FOLDER`. `against_etree.py` beside it
//! compares the time with that of another parser.

#![expect(clippy::print_stdout, reason = "its figures are what it is for")]

use std::{error::Error, path::PathBuf, time::Instant};

use pathlight_import::{Input, Meanings, read};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).ok_or("name a folder")?;
    let start = Instant::now();
    let (mut files, mut things, mut arrows, mut words, mut notices) = (0, 0, 0, 0, 0);
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let bytes = std::fs::read(&path)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let (_, draft) = read(&Input::new(&name, &bytes), None).map_err(|problem| problem.to_string())?;
        files += 1;
        things += draft.things.len();
        arrows += draft.arrows.len();
        words += draft.meanings(&Meanings::new()).len();
        notices += draft.notices.len();
    }
    let time = start.elapsed().as_secs_f64();
    println!("{files} files, {things} things, {arrows} arrows, {words} words, {notices} notices in {time:.4} s");
    Ok(())
}
