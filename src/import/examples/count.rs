//! Reads every file of a folder in whatever foreign format it is and counts: `count FOLDER [THREADS]`. `against_etree.py`
//! beside it compares the time with that of another parser.

#![expect(clippy::print_stdout, reason = "its figures are what it is for")]

use std::{error::Error, path::PathBuf, thread, time::Instant};

use pathlight_import::{Input, Meanings, read};

/// Files, things, arrows, words and notices.
type Counts = [usize; 5];

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args_os().skip(1);
    let folder = words.next().map(PathBuf::from).ok_or("name a folder")?;
    let threads = words.next().and_then(|word| word.to_str()?.parse().ok()).unwrap_or(1);
    let start = Instant::now();
    let mut paths =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    let share = paths.len().div_ceil(threads).max(1);
    let counts = thread::scope(|scope| {
        let parts: Vec<_> = paths.chunks(share).map(|part| scope.spawn(|| counted(part))).collect();
        parts
            .into_iter()
            .map(|part| part.join().unwrap_or_else(|_| Err("a reader panicked".to_owned())))
            .collect::<Result<Vec<_>, _>>()
    })?;
    let [files, things, arrows, words, notices] =
        std::array::from_fn(|place| counts.iter().map(|part| part[place]).sum::<usize>());
    let time = start.elapsed().as_secs_f64();
    println!("{files} files, {things} things, {arrows} arrows, {words} words, {notices} notices in {time:.4} s");
    Ok(())
}

fn counted(paths: &[PathBuf]) -> Result<Counts, String> {
    let mut counts = Counts::default();
    for path in paths {
        let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let (_, draft) = read(&Input::new(&name, &bytes), None).map_err(|problem| problem.to_string())?;
        let words = draft.meanings(&Meanings::new()).len();
        for (sum, count) in
            counts.iter_mut().zip([1, draft.things.len(), draft.arrows.len(), words, draft.notices.len()])
        {
            *sum += count;
        }
    }
    Ok(counts)
}
