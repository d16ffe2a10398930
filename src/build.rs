//! Lets functions with the same code share it in the released program, where the linker that comes with Rust can do that:
//! generic code that is compiled without optimisation has thousands of such twins.

use std::{env, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=src/build.rs");
    let is_released = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    if is_released && links_by_lld() {
        println!("cargo::rustc-link-arg-bins=-Wl,--icf=all");
    }
}

/// Whether rustc links with its own copy of LLD, which it does by itself on this target alone. Other linkers may refuse what
/// they do not know, and some distributions leave that copy out.
fn links_by_lld() -> bool {
    let target = env::var("TARGET").unwrap_or_default();
    let rustc = env::var("RUSTC").unwrap_or_default();
    let asked = std::process::Command::new(rustc).args(["--print", "target-libdir"]).output();
    let folder = asked.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default();
    target == "x86_64-unknown-linux-gnu" && Path::new(&folder).with_file_name("bin").join("gcc-ld/ld.lld").exists()
}
