//! Chance that is the same in every run.

/// A small deterministic random source (Marsaglia's xorshift of 64 bits, 2003): for tries and tests, not for secrets.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The source of this seed; equal seeds give equal numbers.
    pub const fn new(seed: u64) -> Self {
        // From 0 this kind never gets away.
        Self(if seed == 0 { 0x9E37_79B9_7F4A_7C15 } else { seed })
    }

    /// A number below `bound`, or 0 if the bound is 0; lower ones are likelier by no more than `bound` in 2⁵³.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        if bound == 0 { 0 } else { (self.0 >> 11) as usize % bound }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_comes_about_as_often() {
        for seed in 0..4 {
            let mut dice = Dice::new(seed);
            let mut times = [0; 10];
            (0..20_000).for_each(|_| times[dice.below(10)] += 1);
            assert!(times.iter().all(|n| (1800..2200).contains(n)), "{times:?}");
        }
        assert_eq!(Dice::new(5).below(0), 0);
    }
}
