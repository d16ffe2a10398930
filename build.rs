//! Packs the pathways and fonts that come with the program, which are a tenth of it otherwise.

use std::{env, error::Error, fs, io::Write as _, path::Path};

use flate2::{Compression, write::DeflateEncoder};

fn main() -> Result<(), Box<dyn Error>> {
    for folder in ["graphs", "assets/fonts"] {
        println!("cargo::rerun-if-changed={folder}");
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|ending| ["ron", "otf", "ttf"].iter().any(|kind| ending == *kind)) {
                pack(&path)?;
            }
        }
    }
    Ok(())
}

/// Packs a file into one of the same name in the folder that cargo gives.
fn pack(path: &Path) -> Result<(), Box<dyn Error>> {
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&fs::read(path)?)?;
    let name = path.file_name().unwrap_or_default();
    fs::write(Path::new(&env::var("OUT_DIR")?).join(name), packed.finish()?)?;
    Ok(())
}
