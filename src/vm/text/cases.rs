//! Reading the tables recorded from CPython in `cases/*.tsv`. For tests alone.
//!
//! A line is `operation, arguments…, outcome`, separated by tabs, with Python's `unicode_escape` inside a field. The
//! outcome is `=value` or `!Class: message`. Floats travel as the 16 hexadecimal digits of their bits.

use super::Error;

fn unescape(field: &str) -> String {
    let mut out = String::new();
    let mut rest = field.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let width = match rest.next() {
            Some('n') => {
                out.push('\n');
                continue;
            }
            Some('t') => {
                out.push('\t');
                continue;
            }
            Some('r') => {
                out.push('\r');
                continue;
            }
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            Some(other) => {
                out.push(other);
                continue;
            }
            None => continue,
        };
        let code: String = rest.by_ref().take(width).collect();
        let code = u32::from_str_radix(&code, 16).expect("hexadecimal escape");
        out.push(char::from_u32(code).expect("a scalar value"));
    }
    out
}

/// Runs `answer` on every line and compares; at least `min_rows` lines must be there.
pub fn check(table: &str, min_rows: usize, mut answer: impl FnMut(&str, &[String]) -> String) {
    let mut count = 0;
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.is_empty()) {
        let fields: Vec<String> = line.split('\t').map(unescape).collect();
        let (expected, head) = fields.split_last().expect("a line has fields");
        let (operation, arguments) = head.split_first().expect("a line names its operation");
        let got = answer(operation, arguments);
        count += 1;
        if got != *expected {
            wrong.push(format!(
                "{operation}{arguments:?}: {got:?}, CPython: {expected:?}"
            ));
        }
    }
    assert!(count >= min_rows, "only {count} recorded cases");
    let shown = wrong
        .iter()
        .take(40)
        .cloned()
        .collect::<Vec<_>>()
        .join("\n");
    assert!(
        wrong.is_empty(),
        "{} of {count} differ:\n{shown}",
        wrong.len()
    );
}

/// The outcome column for a result.
pub fn outcome<T>(result: Result<T, Error>, show: impl FnOnce(T) -> String) -> String {
    match result {
        Ok(value) => format!("={}", show(value)),
        Err(error) => format!("!{error}"),
    }
}

/// A float from its bits in hexadecimal.
pub fn float(field: &str) -> f64 {
    f64::from_bits(u64::from_str_radix(field, 16).expect("bits of a float"))
}

/// A float as its bits; every NaN as one.
pub fn bits(value: f64) -> String {
    let value = if value.is_nan() { f64::NAN } else { value };
    format!("{:016x}", value.to_bits())
}

/// A number parsed from a field.
pub fn number<T: std::str::FromStr>(field: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    field.parse().expect("a number")
}
