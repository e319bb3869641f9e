//! What CPython 3.13 knows of single characters: classes and case, by Unicode 15.1.
//!
//! Rust's own tables are newer and ask slightly different questions (`char::is_alphabetic` counts vowel signs), so
//! the classes come from recorded tables; upper and lower case come from Rust, minus the characters that 15.1 had
//! not assigned. Must not know of strings: see `strings`.

use std::sync::OnceLock;

use super::unicode_tables as tables;

/// A packed table and its ranges, unpacked when first asked for: the packed form keeps the module small.
struct Class {
    packed: &'static [u8],
    bounds: OnceLock<Vec<u32>>,
}

impl Class {
    const fn new(packed: &'static [u8]) -> Class {
        Class {
            packed,
            bounds: OnceLock::new(),
        }
    }

    /// Where membership begins and ends, in turn; see `unicode_tables` for the packing.
    fn unpack(packed: &[u8]) -> Vec<u32> {
        let mut bounds = Vec::new();
        let (mut at, mut value, mut shift) = (0, 0u32, 0);
        for &byte in packed {
            value |= u32::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 {
                at += value;
                bounds.push(if bounds.len() % 2 == 0 { at } else { at + 1 });
                (value, shift) = (0, 0);
            }
        }
        bounds
    }

    fn contains(&self, c: char) -> bool {
        let bounds = self.bounds.get_or_init(|| Class::unpack(self.packed));
        bounds.partition_point(|&bound| bound <= c as u32) % 2 == 1
    }
}

static UNPRINTABLE: Class = Class::new(tables::UNPRINTABLE);
static ALPHA: Class = Class::new(tables::ALPHA);
static DIGIT_EXTRA: Class = Class::new(tables::DIGIT_EXTRA);
static NUMERIC: Class = Class::new(tables::NUMERIC);
static START_XOR_ALPHA: Class = Class::new(tables::START_XOR_ALPHA);
static CONTINUE_ONLY: Class = Class::new(tables::CONTINUE_XOR_START);
static LOWER: Class = Class::new(tables::LOWER);
static UPPER: Class = Class::new(tables::UPPER);
static CASE_IGNORABLE: Class = Class::new(tables::CASE_IGNORABLE);
static TITLE: Class = Class::new(tables::TITLE);

/// Printed as itself by `repr`.
pub fn is_printable(c: char) -> bool {
    match c {
        ' '..='~' => true,
        '\0'..='\x7f' => false,
        _ => !UNPRINTABLE.contains(c),
    }
}

/// `str.isalpha` of one character.
pub fn is_alpha(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphabetic()
    } else {
        ALPHA.contains(c)
    }
}

/// The value of a decimal digit of any script.
pub fn decimal(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let code = c as u32;
    let run = tables::DECIMAL_ZEROS.partition_point(|&zero| zero <= code);
    let zero = *tables::DECIMAL_ZEROS.get(run.checked_sub(1)?)?;
    (code - zero < 10).then_some(code - zero)
}

/// `str.isdigit` of one character.
pub fn is_digit(c: char) -> bool {
    decimal(c).is_some() || (!c.is_ascii() && DIGIT_EXTRA.contains(c))
}

/// `str.isnumeric` of one character.
pub fn is_numeric(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_digit()
    } else {
        NUMERIC.contains(c)
    }
}

/// `str.isalnum` of one character.
pub fn is_alnum(c: char) -> bool {
    is_alpha(c) || is_digit(c) || is_numeric(c)
}

/// `str.isspace` of one character: also what `split` and `strip` cut at.
pub fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\x1c'..=' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}'
        | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// May start an identifier.
pub fn is_identifier_start(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic() || c == '_';
    }
    ALPHA.contains(c) != START_XOR_ALPHA.contains(c)
}

/// May continue an identifier.
pub fn is_identifier_continue(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    is_identifier_start(c) || CONTINUE_ONLY.contains(c)
}

/// `str.islower` of one character.
pub fn is_lower(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_lowercase()
    } else {
        LOWER.contains(c)
    }
}

/// `str.isupper` of one character.
pub fn is_upper(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_uppercase()
    } else {
        UPPER.contains(c)
    }
}

/// Title case letters such as `ǅ`.
pub fn is_title(c: char) -> bool {
    !c.is_ascii() && TITLE.contains(c)
}

/// Whether `c` has case at all.
pub fn is_cased(c: char) -> bool {
    is_lower(c) || is_upper(c) || is_title(c)
}

/// Overlooked where it matters whether a word ends.
pub fn is_case_ignorable(c: char) -> bool {
    CASE_IGNORABLE.contains(c)
}

/// Appends `mapped`, or `c` itself where that mapping is newer than Unicode 15.1 (nothing unassigned had case).
fn push_known(out: &mut String, c: char, mapped: impl Iterator<Item = char> + Clone) {
    let newer = !c.is_ascii()
        && (UNPRINTABLE.contains(c) || mapped.clone().any(|m| UNPRINTABLE.contains(m)));
    if newer {
        out.push(c)
    } else {
        out.extend(mapped)
    }
}

/// Appends the upper case of `c`.
pub fn push_upper(out: &mut String, c: char) {
    push_known(out, c, c.to_uppercase());
}

/// Appends the lower case of `c`, without regard to neighbours.
pub fn push_lower(out: &mut String, c: char) {
    push_known(out, c, c.to_lowercase());
}

fn mapped(table: &'static [(u32, &'static str)], c: char) -> Option<&'static str> {
    let at = table.binary_search_by_key(&(c as u32), |row| row.0).ok()?;
    table.get(at).map(|row| row.1)
}

/// Appends the title case of `c`.
pub fn push_title(out: &mut String, c: char) {
    match mapped(tables::TITLE_CASE, c) {
        Some(text) => out.push_str(text),
        None => push_upper(out, c),
    }
}

/// Appends the case-folded form of `c`.
pub fn push_folded(out: &mut String, c: char) {
    match mapped(tables::CASEFOLD, c) {
        Some(text) => out.push_str(text),
        None => push_lower(out, c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts over all characters and a weighted sum, as CPython 3.13 computes them.
    fn fingerprint(test: fn(char) -> bool) -> (u64, u64) {
        ('\0'..=char::MAX)
            .filter(|&c| test(c))
            .fold((0, 0), |(n, sum), c| {
                (n + 1, (sum * 31 + c as u64) % 1_000_003)
            })
    }

    fn case_fingerprint(push: fn(&mut String, char)) -> u64 {
        let mut sum = 0;
        let mut out = String::new();
        for c in '\0'..=char::MAX {
            out.clear();
            push(&mut out, c);
            sum = out
                .chars()
                .fold(sum, |sum, c| (sum * 31 + c as u64) % 1_000_003);
        }
        sum
    }

    #[test]
    fn every_character_has_the_class_and_case_it_has_in_cpython() {
        super::super::cases::check(include_str!("cases/unicode.tsv"), 15, |operation, _| {
            let class = |test| format!("={:?}", fingerprint(test));
            let case = |push| format!("={}", case_fingerprint(push));
            match operation {
                "isprintable" => class(is_printable),
                "isalpha" => class(is_alpha),
                "isdecimal" => class(|c| decimal(c).is_some()),
                "isdigit" => class(is_digit),
                "isnumeric" => class(is_numeric),
                "isalnum" => class(is_alnum),
                "isspace" => class(is_space),
                "isidentifier" => class(is_identifier_start),
                "continues" => class(is_identifier_continue),
                "islower" => class(is_lower),
                "isupper" => class(is_upper),
                "istitle" => class(|c| is_title(c) || is_upper(c)),
                "upper" => case(push_upper),
                "lower" => case(push_lower),
                "title" => case(push_title),
                "casefold" => case(push_folded),
                other => panic!("unknown operation {other}"),
            }
        });
    }
}
