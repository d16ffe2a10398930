//! Chance that can be had again: the same seed gives the same numbers on every machine.
//!
//! The engine has another source (`layout::base::Dice`). Both are promised number by number, this one by every sheet that
//! was printed with its seed, that one by every drawing, so that one for both would change either.

/// `SplitMix64` (Steele, Lea & Flood 2014, “Fast splittable pseudorandom number generators”), with the constants of
/// Vigna's public-domain `splitmix64.c`. Small, and good enough to shuffle questions; not for secrets.
#[derive(Clone, Debug)]
pub(super) struct Seed(u64);

impl Seed {
    /// A stream of numbers for a seed.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number; every value is as likely as any other.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `bound`, or 0 where `bound` is 0: the high half of a product (Lemire 2019), whose unevenness of
    /// less than `bound` in 2^64 nobody can see.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }

    /// One of a list; `None` where it is empty.
    pub(super) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let place = self.below(items.len());
        items.get(place)
    }

    /// Puts a list into a chance order (Fisher and Yates).
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_splitmix64() {
        // The first numbers for this seed, from the generator's published C code.
        let mut seed = Seed::new(1_234_567);
        let first: Vec<u64> = (0..5).map(|_| seed.next()).collect();
        assert_eq!(
            first,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821
            ]
        );
    }

    #[test]
    fn numbers_stay_below_their_bound_and_reach_it() {
        let mut seed = Seed::new(7);
        let mut counts = [0; 6];
        for _ in 0..6_000 {
            counts[seed.below(6)] += 1;
        }
        assert!(counts.iter().all(|&count| (850..1_150).contains(&count)), "{counts:?}");
        assert_eq!((seed.below(0), seed.below(1)), (0, 0));
        assert_eq!(seed.pick::<u8>(&[]), None);
    }

    #[test]
    fn shuffling_keeps_everything_and_moves_it() {
        let mut items: Vec<usize> = (0..50).collect();
        Seed::new(3).shuffle(&mut items);
        assert_ne!(items, (0..50).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..50).collect::<Vec<_>>());
    }
}
