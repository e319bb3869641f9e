//! Hashes as CPython 3.13 computes them on a 64-bit machine with `PYTHONHASHSEED=0`.
//!
//! They decide the order in which sets iterate, so they are exact. Must not know of tables (see `set_order`).

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

/// The prime that numbers are hashed by.
const MODULUS: u64 = (1 << 61) - 1;

/// `hash(None)`.
pub const HASH_NONE: i64 = 0xfca8_6420;

/// -1 reports an error in C, so no value hashes to it.
fn never_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// `hash(value)` of an integer or a bool.
pub fn hash_i64(value: i64) -> i64 {
    let rest = (value.unsigned_abs() % MODULUS) as i64;
    never_minus_one(if value < 0 { -rest } else { rest })
}

/// `hash(value)` of an integer of any size.
pub fn hash_int(value: &BigInt) -> i64 {
    let rest = (value.magnitude() % MODULUS).to_i64().unwrap_or(0);
    never_minus_one(if value.sign() == Sign::Minus {
        -rest
    } else {
        rest
    })
}

/// `hash(value)` of a float; `None` for a NaN, which hashes by its identity.
pub fn hash_float(value: f64) -> Option<i64> {
    if value.is_nan() {
        return None;
    }
    if value.is_infinite() {
        return Some(if value > 0.0 { 314_159 } else { -314_159 });
    }
    let bits = value.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    let exponent = (bits >> 52 & 0x7ff) as i32;
    let (mantissa, exponent) = if exponent == 0 {
        (fraction, -1074)
    } else {
        (fraction | 1 << 52, exponent - 1075)
    };
    // Modulo 2^61 - 1, multiplying by a power of two rotates 61 bits.
    let turn = exponent.rem_euclid(61);
    let rotated = ((u128::from(mantissa) << turn) % u128::from(MODULUS)) as i64;
    Some(never_minus_one(if value < 0.0 {
        -rotated
    } else {
        rotated
    }))
}

/// SipHash-1-3 with a zero key.
fn sip13(data: impl ExactSizeIterator<Item = u8>) -> u64 {
    let mut v = [
        0x736f_6d65_7073_6575u64,
        0x646f_7261_6e64_6f6d,
        0x6c79_6765_6e65_7261,
        0x7465_6462_7974_6573,
    ];
    fn round(v: &mut [u64; 4]) {
        v[0] = v[0].wrapping_add(v[1]);
        v[2] = v[2].wrapping_add(v[3]);
        v[1] = v[1].rotate_left(13) ^ v[0];
        v[3] = v[3].rotate_left(16) ^ v[2];
        v[0] = v[0].rotate_left(32);
        v[2] = v[2].wrapping_add(v[1]);
        v[0] = v[0].wrapping_add(v[3]);
        v[1] = v[1].rotate_left(17) ^ v[2];
        v[3] = v[3].rotate_left(21) ^ v[0];
        v[2] = v[2].rotate_left(32);
    }
    let mut absorb = |word: u64| {
        v[3] ^= word;
        round(&mut v);
        v[0] ^= word;
    };
    let len = data.len() as u64;
    let (mut word, mut filled) = (0u64, 0);
    for byte in data {
        word |= u64::from(byte) << (8 * filled);
        filled += 1;
        if filled == 8 {
            absorb(word);
            (word, filled) = (0, 0);
        }
    }
    absorb(word | len << 56);
    v[2] ^= 0xff;
    for _ in 0..3 {
        round(&mut v);
    }
    v[0] ^ v[1] ^ v[2] ^ v[3]
}

fn hash_buffer(data: impl ExactSizeIterator<Item = u8>) -> i64 {
    if data.len() == 0 {
        0
    } else {
        never_minus_one(sip13(data) as i64)
    }
}

/// `hash(data)` of bytes.
pub fn hash_bytes(data: &[u8]) -> i64 {
    hash_buffer(data.iter().copied())
}

/// `hash(text)`: over one, two or four bytes a character, as the widest character demands.
pub fn hash_str(text: &str) -> i64 {
    if text.is_ascii() {
        return hash_bytes(text.as_bytes());
    }
    let widest = text.chars().max().map_or(0, |c| c as u32);
    let width = match widest {
        0..=0xff => 1,
        0x100..=0xffff => 2,
        _ => 4,
    };
    let mut data = Vec::with_capacity(text.len() * 2);
    for c in text.chars() {
        data.extend_from_slice(&(c as u32).to_le_bytes()[..width]);
    }
    hash_bytes(&data)
}

/// `hash` of a tuple from the hashes of its elements.
pub fn hash_tuple(elements: impl IntoIterator<Item = i64>) -> i64 {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    const PRIME_5: u64 = 2_870_177_450_012_600_261;
    let mut state = PRIME_5;
    let mut len = 0u64;
    for element in elements {
        state = state.wrapping_add((element as u64).wrapping_mul(PRIME_2));
        state = state.rotate_left(31).wrapping_mul(PRIME_1);
        len += 1;
    }
    let hash = state.wrapping_add(len ^ (PRIME_5 ^ 3_527_539)) as i64;
    if hash == -1 { 1_546_275_796 } else { hash }
}

/// `hash` of a frozen set from the hashes of its elements, in any order.
pub fn hash_frozenset(elements: impl IntoIterator<Item = i64>) -> i64 {
    let mut hash = 0u64;
    let mut len = 0u64;
    for element in elements {
        let element = element as u64;
        hash ^= ((element ^ 89_869_747) ^ (element << 16)).wrapping_mul(3_644_798_167);
        len += 1;
    }
    hash ^= (len + 1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    let hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923) as i64;
    if hash == -1 { 590_923_713 } else { hash }
}

#[cfg(test)]
mod tests {
    use super::super::cases::{check, float, number};
    use super::*;

    fn answer(operation: &str, arguments: &[String]) -> String {
        let text = arguments[0].as_str();
        let hashes = || text.split_whitespace().map(number::<i64>);
        let hash = match operation {
            "int" => {
                if let Ok(small) = text.parse() {
                    assert_eq!(hash_i64(small), hash_int(&number(text)));
                }
                hash_int(&number(text))
            }
            "float" => hash_float(float(text)).unwrap_or(0),
            "str" => hash_str(text),
            "bytes" => hash_bytes(&text.chars().map(|c| c as u32 as u8).collect::<Vec<_>>()),
            "tuple" => hash_tuple(hashes()),
            "frozenset" => hash_frozenset(hashes()),
            "none" => HASH_NONE,
            other => panic!("unknown operation {other}"),
        };
        format!("={hash}")
    }

    #[test]
    fn hashes_as_recorded() {
        check(include_str!("cases/hash.tsv"), 300, answer);
        assert_eq!(hash_float(f64::NAN), None);
    }
}
