//! The generator behind `random.Random`: a Mersenne Twister and the distributions, number for number as in CPython.
//!
//! It is a value: the machine keeps it in its state. Where the first seed comes from is the machine's business (there
//! is no clock and no operating system here). Functions give indices, so it need not know of lists.

use std::f64::consts::{LN_2, TAU};
use std::rc::Rc;

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::sha512::sha512;
use super::{Error, check_len, precise};

const SIZE: usize = 624;
const SHIFT: usize = 397;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Words {
    words: [u32; SIZE],
    /// The next word to give out.
    index: usize,
}

/// A `random.Random`. Clones share the 2.5 KB of words until one of them draws.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Random {
    state: Rc<Words>,
    /// The second number of the last pair that `gauss` made, as bits.
    gauss_next: Option<u64>,
}

fn twist(high: u32, low: u32, far: u32) -> u32 {
    let joined = (high & 0x8000_0000) | (low & 0x7fff_ffff);
    let odd = if joined & 1 == 1 { 0x9908_b0df } else { 0 };
    far ^ (joined >> 1) ^ odd
}

impl Words {
    fn from_seed(seed: u32) -> Words {
        let mut words = [0; SIZE];
        let mut previous = seed;
        words[0] = seed;
        for (at, word) in words.iter_mut().enumerate().skip(1) {
            let mixed = previous ^ (previous >> 30);
            previous = mixed.wrapping_mul(1_812_433_253).wrapping_add(at as u32);
            *word = previous;
        }
        Words { words, index: SIZE }
    }

    fn from_key(key: &[u32]) -> Words {
        let mut words = Words::from_seed(19_650_218).words;
        let mut at = 1;
        let step =
            |words: &mut [u32; SIZE], at: &mut usize, factor: u32, add: u32, subtract: u32| {
                let previous = words[*at - 1];
                let mixed = words[*at] ^ (previous ^ (previous >> 30)).wrapping_mul(factor);
                words[*at] = mixed.wrapping_add(add).wrapping_sub(subtract);
                *at += 1;
                if *at == SIZE {
                    words[0] = words[SIZE - 1];
                    *at = 1;
                }
            };
        for (place, &part) in (0..key.len())
            .cycle()
            .zip(key.iter().cycle())
            .take(SIZE.max(key.len()))
        {
            step(
                &mut words,
                &mut at,
                1_664_525,
                part.wrapping_add(place as u32),
                0,
            );
        }
        for _ in 1..SIZE {
            let subtract = at as u32;
            step(&mut words, &mut at, 1_566_083_941, 0, subtract);
        }
        words[0] = 0x8000_0000;
        Words { words, index: SIZE }
    }

    fn next(&mut self) -> u32 {
        if self.index >= SIZE {
            for at in 0..SIZE {
                let (low, far) = (self.words[(at + 1) % SIZE], self.words[(at + SHIFT) % SIZE]);
                self.words[at] = twist(self.words[at], low, far);
            }
            self.index = 0;
        }
        let mut word = self.words[self.index];
        self.index += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }
}

impl Random {
    /// All that decides what is drawn next.
    pub fn state(&self) -> impl Iterator<Item = u64> + '_ {
        let words = self.state.words.iter().map(|w| u64::from(*w));
        words.chain([
            self.state.index as u64,
            self.gauss_next.map_or(0, |x| x | 1),
        ])
    }

    /// `Random(seed)` for an integer.
    pub fn from_int(seed: &BigInt) -> Random {
        let mut key = seed.magnitude().to_u32_digits();
        if key.is_empty() {
            key.push(0);
        }
        Random {
            state: Rc::new(Words::from_key(&key)),
            gauss_next: None,
        }
    }

    /// `Random(seed)` for a string (its UTF-8), for `bytes` or a `bytearray`.
    pub fn from_bytes(seed: &[u8]) -> Random {
        let mut mixed = seed.to_vec();
        mixed.extend_from_slice(&sha512(seed));
        Random::from_int(&BigInt::from_bytes_be(Sign::Plus, &mixed))
    }

    /// `Random(seed)` for a float, from its hash.
    pub fn from_hash(hash: i64) -> Random {
        Random::from_int(&BigInt::from(hash as u64))
    }

    /// The words of `getstate()`: 624 of state and the index of the next.
    pub fn to_words(&self) -> Vec<u32> {
        let mut words = self.state.words.to_vec();
        words.push(self.state.index as u32);
        words
    }

    /// The number that `gauss` will give next, if it has one in store.
    pub fn gauss_next(&self) -> Option<f64> {
        self.gauss_next.map(f64::from_bits)
    }

    /// `setstate`; `None` if the words are not 625 or the index is none.
    pub fn from_words(words: &[u32], gauss_next: Option<f64>) -> Option<Random> {
        let (index, words) = words.split_last()?;
        let words: [u32; SIZE] = words.try_into().ok()?;
        let index = usize::try_from(*index)
            .ok()
            .filter(|&index| index <= SIZE)?;
        Some(Random {
            state: Rc::new(Words { words, index }),
            gauss_next: gauss_next.map(f64::to_bits),
        })
    }

    fn word(&mut self) -> u32 {
        Rc::make_mut(&mut self.state).next()
    }

    /// `random()`
    pub fn random(&mut self) -> f64 {
        let high = f64::from(self.word() >> 5);
        let low = f64::from(self.word() >> 6);
        (high * 67_108_864.0 + low) * (1.0 / 9_007_199_254_740_992.0)
    }

    /// `getrandbits(count)`
    pub fn getrandbits(&mut self, count: i64, max_bits: u64) -> Result<BigInt, Error> {
        if count < 0 {
            return Err(Error::value("number of bits must be non-negative"));
        }
        let count = count.unsigned_abs();
        if count > max_bits {
            return Err(Error::TooLong);
        }
        let mut words = Vec::new();
        let mut left = count;
        while left > 0 {
            let word = self.word();
            words.push(if left < 32 { word >> (32 - left) } else { word });
            left = left.saturating_sub(32);
        }
        Ok(BigInt::from_biguint(Sign::Plus, BigUint::new(words)))
    }

    /// `randbytes(count)`
    pub fn randbytes(&mut self, count: usize, max_len: usize) -> Result<Vec<u8>, Error> {
        check_len(count, max_len)?;
        let mut bytes = Vec::with_capacity(count);
        while bytes.len() < count {
            let missing = (count - bytes.len()).min(4);
            let word = self.word() >> (32 - 8 * missing);
            bytes.extend_from_slice(&word.to_le_bytes()[..missing]);
        }
        Ok(bytes)
    }

    /// An integer below `n`; 0 if there is none.
    pub fn below(&mut self, n: u64) -> u64 {
        let bits = u64::BITS - n.leading_zeros();
        loop {
            let value = match bits {
                0 => return 0,
                1..=32 => u64::from(self.word() >> (32 - bits)),
                _ => {
                    let low = u64::from(self.word());
                    low | u64::from(self.word() >> (64 - bits)) << 32
                }
            };
            if value < n {
                return value;
            }
        }
    }

    fn below_big(&mut self, n: &BigInt) -> Result<BigInt, Error> {
        if let Some(n) = n.to_u64() {
            return Ok(BigInt::from(self.below(n)));
        }
        loop {
            let value = self.getrandbits(n.bits() as i64, u64::MAX)?;
            if value < *n {
                return Ok(value);
            }
        }
    }

    /// `randrange(start, stop, step)`; with `stop` absent, below `start`.
    pub fn randrange(
        &mut self,
        start: &BigInt,
        stop: Option<&BigInt>,
        step: Option<&BigInt>,
    ) -> Result<BigInt, Error> {
        let Some(stop) = stop else {
            if step.is_some() {
                return Err(Error::type_error("Missing a non-None stop argument"));
            }
            if !start.is_positive() {
                return Err(Error::value("empty range for randrange()"));
            }
            return self.below_big(start);
        };
        let one = BigInt::one();
        let step = step.unwrap_or(&one);
        let width = stop - start;
        if step.is_one() {
            if !width.is_positive() {
                return Err(Error::Value(format!(
                    "empty range in randrange({start}, {stop})"
                )));
            }
            return Ok(start + self.below_big(&width)?);
        }
        if step.is_zero() {
            return Err(Error::value("zero step for randrange()"));
        }
        let count = (width + step - step.signum()).div_floor(step);
        if !count.is_positive() {
            return Err(Error::Value(format!(
                "empty range in randrange({start}, {stop}, {step})"
            )));
        }
        Ok(start + step * self.below_big(&count)?)
    }

    /// `randint(a, b)`
    pub fn randint(&mut self, a: &BigInt, b: &BigInt) -> Result<BigInt, Error> {
        self.randrange(a, Some(&(b + 1)), None)
    }

    /// The index that `choice` takes from a sequence of `len`.
    pub fn choice(&mut self, len: u64) -> Result<u64, Error> {
        if len == 0 {
            return Err(Error::Index(
                "Cannot choose from an empty sequence".to_string(),
            ));
        }
        Ok(self.below(len))
    }

    /// `shuffle` of a list of `len`, as swaps.
    pub fn shuffle(&mut self, len: usize, mut swap: impl FnMut(usize, usize)) {
        for at in (1..len).rev() {
            swap(at, self.below(at as u64 + 1) as usize);
        }
    }

    /// The indices that `sample` takes from a sequence of `len`.
    pub fn sample(&mut self, len: u64, count: i64, max_len: usize) -> Result<Vec<u64>, Error> {
        if count < 0 || count.unsigned_abs() > len {
            return Err(Error::value("Sample larger than population or is negative"));
        }
        let count = usize::try_from(count).map_err(|_| Error::TooLong)?;
        check_len(count, max_len)?;
        // What a set of the chosen would weigh decides between a pool and a set.
        let mut set_size = 21.0;
        if count > 5 {
            let log = precise::log(count as f64 * 3.0) / (2.0 * LN_2);
            set_size += libm::scalbn(1.0, 2 * log.ceil() as i32);
        }
        let mut chosen = Vec::with_capacity(count);
        if len as f64 <= set_size {
            let mut pool: Vec<u64> = (0..len).collect();
            while chosen.len() < count {
                let at = self.below(pool.len() as u64);
                chosen.push(pool.swap_remove(at as usize));
            }
        } else {
            let mut seen = std::collections::BTreeSet::new();
            while chosen.len() < count {
                let index = self.below(len);
                if seen.insert(index) {
                    chosen.push(index);
                }
            }
        }
        Ok(chosen)
    }

    /// The indices that `choices` takes from a sequence of `len`, with cumulative weights if given.
    pub fn choices(
        &mut self,
        len: u64,
        weights: Option<&[f64]>,
        count: i64,
        max_len: usize,
    ) -> Result<Vec<u64>, Error> {
        let count = usize::try_from(count).unwrap_or(0);
        check_len(count, max_len)?;
        let Some(weights) = weights else {
            if len == 0 && count > 0 {
                self.random();
                return Err(Error::Index("list index out of range".to_string()));
            }
            return Ok((0..count)
                .map(|_| (self.random() * len as f64).floor() as u64)
                .collect());
        };
        if weights.len() as u64 != len {
            return Err(Error::value(
                "The number of weights does not match the population",
            ));
        }
        let Some((&total, below_last)) = weights.split_last() else {
            return Err(Error::Index("list index out of range".to_string()));
        };
        if total <= 0.0 {
            return Err(Error::value("Total of weights must be greater than zero"));
        }
        if !total.is_finite() {
            return Err(Error::value("Total of weights must be finite"));
        }
        let mut pick = || {
            let point = self.random() * total;
            below_last.partition_point(|&weight| weight <= point) as u64
        };
        Ok((0..count).map(|_| pick()).collect())
    }

    /// `uniform(a, b)`
    pub fn uniform(&mut self, a: f64, b: f64) -> f64 {
        a + (b - a) * self.random()
    }

    /// `triangular(low, high, mode)`
    pub fn triangular(&mut self, low: f64, high: f64, mode: Option<f64>) -> f64 {
        let point = self.random();
        let peak = match mode {
            None => 0.5,
            Some(_) if high - low == 0.0 => return low,
            Some(mode) => (mode - low) / (high - low),
        };
        if point > peak {
            high + (low - high) * ((1.0 - point) * (1.0 - peak)).sqrt()
        } else {
            low + (high - low) * (point * peak).sqrt()
        }
    }

    /// `gauss(mu, sigma)`: numbers come in pairs.
    pub fn gauss(&mut self, mu: f64, sigma: f64) -> f64 {
        let z = match self.gauss_next.take() {
            Some(bits) => f64::from_bits(bits),
            None => {
                let angle = self.random() * TAU;
                let radius = (-2.0 * precise::log(1.0 - self.random())).sqrt();
                self.gauss_next = Some((precise::sin(angle) * radius).to_bits());
                precise::cos(angle) * radius
            }
        };
        mu + z * sigma
    }

    /// `normalvariate(mu, sigma)`
    pub fn normalvariate(&mut self, mu: f64, sigma: f64) -> f64 {
        let scale = 4.0 * precise::exp(-0.5) / 2f64.sqrt();
        loop {
            let first = self.random();
            let second = 1.0 - self.random();
            let z = scale * (first - 0.5) / second;
            if z * z / 4.0 <= -precise::log(second) {
                return mu + z * sigma;
            }
        }
    }

    /// `lognormvariate(mu, sigma)`
    pub fn lognormvariate(&mut self, mu: f64, sigma: f64) -> Result<f64, Error> {
        let normal = self.normalvariate(mu, sigma);
        let value = precise::exp(normal);
        if value.is_infinite() && normal.is_finite() {
            Err(Error::overflow("math range error"))
        } else {
            Ok(value)
        }
    }

    /// `expovariate(lambd)`
    pub fn expovariate(&mut self, lambd: f64) -> Result<f64, Error> {
        super::float::float_divide(-precise::log(1.0 - self.random()), lambd)
    }

    /// `paretovariate(alpha)`
    pub fn paretovariate(&mut self, alpha: f64) -> Result<f64, Error> {
        let point = 1.0 - self.random();
        super::float::float_pow(point, super::float::float_divide(-1.0, alpha)?).into_result()
    }

    /// `weibullvariate(alpha, beta)`
    pub fn weibullvariate(&mut self, alpha: f64, beta: f64) -> Result<f64, Error> {
        let point = 1.0 - self.random();
        let power = super::float::float_divide(1.0, beta)?;
        Ok(alpha * super::float::float_pow(-precise::log(point), power).into_result()?)
    }
}

#[cfg(test)]
#[path = "random_tests.rs"]
mod tests;
