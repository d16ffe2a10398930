//! What `build.rs` has packed into the program: the bundled pathways and fonts.

use std::io::Read as _;

use flate2::read::DeflateDecoder;

/// A packed file as it was. Tests unpack every one; what could not be unpacked would be empty.
pub fn unpacked(packed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    DeflateDecoder::new(packed).read_to_end(&mut bytes).unwrap_or_default();
    bytes
}
