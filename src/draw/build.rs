//! Packs the fonts that come with the program.

mod pack;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    pack::folder("../../assets/fonts", &["otf", "ttf"])
}
