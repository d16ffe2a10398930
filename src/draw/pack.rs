//! Packs the files that come with the program, which are a tenth of it otherwise; for build scripts.

use std::{env, error::Error, fs, io::Write as _, path::Path};

use flate2::{Compression, write::DeflateEncoder};

/// Packs every file of a folder that has one of these endings into one of the same name in the folder that cargo gives.
///
/// # Errors
///
/// Where the folder or a file cannot be read or written.
pub(crate) fn folder(folder: &str, endings: &[&str]) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={folder}");
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| endings.iter().any(|kind| ending == *kind)) {
            file(&path)?;
        }
    }
    Ok(())
}

fn file(path: &Path) -> Result<(), Box<dyn Error>> {
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&fs::read(path)?)?;
    let name = path.file_name().unwrap_or_default();
    fs::write(Path::new(&env::var("OUT_DIR")?).join(name), packed.finish()?)?;
    Ok(())
}
