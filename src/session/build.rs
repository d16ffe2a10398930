//! Packs the pathways that come with the program.

#[path = "../draw/pack.rs"]
mod pack;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    pack::folder("../../graphs", &["ron"])
}
