//! Format specifications against CPython.

use super::super::cases::{check, float, outcome};
use super::*;

fn answer(kind: &str, arguments: &[String]) -> String {
    let value = &arguments[0];
    let formatted = FormatSpec::parse(&arguments[1], kind).and_then(|spec| match kind {
        "int" => {
            let big: BigInt = value.parse().unwrap();
            let text = format_int(&big, &spec, 1000);
            if let Ok(small) = value.parse() {
                assert_eq!(format_i64(small, &spec, 1000), text);
            }
            text
        }
        "float" => format_float(float(value), &spec, 1000),
        _ => format_str(value, &spec, 1000),
    });
    outcome(formatted, |text| text)
}

#[test]
fn formats_as_recorded() {
    check(include_str!("cases/spec.tsv"), 300, answer);
}

#[test]
fn sizes_are_bounded() {
    for text in ["99999999999", "1001", "01001,", ".99999999f", "#.99999999g"] {
        let spec = FormatSpec::parse(text, "float").unwrap();
        assert_eq!(
            format_float(1.5, &spec, 1000),
            Err(Error::TooLong),
            "{text}"
        );
    }
    let spec = FormatSpec::parse("9223372036854775807", "str").unwrap();
    assert_eq!(format_str("", &spec, 1000), Err(Error::TooLong));
    let spec = FormatSpec::parse(".9999999g", "float").unwrap();
    assert_eq!(format_float(1.5, &spec, 1000).as_deref(), Ok("1.5"));
}
