//! Packs the pathways that come with the program: as text they would be a fifteenth of it.

use std::{env, fs, io::Write as _, path::Path};

use flate2::{Compression, write::DeflateEncoder};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=graphs");
    let out = env::var("OUT_DIR")?;
    for entry in fs::read_dir("graphs")? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Some(id) = name.strip_suffix(".pathway.ron") else { continue };
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
        packed.write_all(&fs::read(&path)?)?;
        fs::write(Path::new(&out).join(format!("{id}.packed")), packed.finish()?)?;
    }
    Ok(())
}
