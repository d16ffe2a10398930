//! A number for bytes: what a file is called by, and whether it is whole.

/// The length and the FNV-1a sum of some bytes (Fowler, Noll and Vo; draft-eastlake-fnv, 64 bits). The same on every
/// machine and in every version, which the standard library's hashers do not promise. One changed byte always changes it,
/// since every step is reversible; it is no protection against somebody who means to deceive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// How many bytes there are.
    pub bytes: u64,
    /// Their sum.
    pub sum: u64,
}

impl Fingerprint {
    /// The fingerprint of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let add = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        Self { bytes: bytes.len() as u64, sum: bytes.iter().fold(0xcbf2_9ce4_8422_2325, add) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_published_sum() {
        // Test vectors of the draft.
        assert_eq!(Fingerprint::of(b"").sum, 0xcbf2_9ce4_8422_2325);
        assert_eq!(Fingerprint::of(b"a").sum, 0xaf63_dc4c_8601_ec8c);
        assert_eq!(Fingerprint::of(b"foobar"), Fingerprint { bytes: 6, sum: 0x8594_4171_f739_67e8 });
    }
}
