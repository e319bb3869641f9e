//! Lots drawn from a seed, for policies (SplitMix64, Steele et al. 2014).

/// Draws numbers.
#[derive(Clone, Debug)]
pub struct Draw {
    seed: u64,
    draws: u64,
}

impl Draw {
    /// From that seed.
    pub fn new(seed: u64) -> Self {
        Draw { seed, draws: 0 }
    }

    /// A number below `n`; 0 if `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        self.draws += 1;
        let mut z = self
            .seed
            .wrapping_add(self.draws.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % n.max(1) as u64) as usize
    }
}
