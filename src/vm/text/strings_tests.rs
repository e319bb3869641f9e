//! Methods of `str` compared with CPython's.

use super::super::cases::{check, number, outcome};
use super::super::quote::repr_str;
use super::*;

fn list(parts: &[&str]) -> String {
    format!(
        "[{}]",
        parts
            .iter()
            .map(|part| repr_str(part))
            .collect::<Vec<_>>()
            .join(", ")
    )
}

fn triple((a, b, c): (&str, &str, &str)) -> String {
    format!("({}, {}, {})", repr_str(a), repr_str(b), repr_str(c))
}

fn truth(value: bool) -> String {
    if value {
        "=True".to_string()
    } else {
        "=False".to_string()
    }
}

fn answer(operation: &str, arguments: &[String]) -> String {
    let text = arguments[0].as_str();
    let argument = |at: usize| arguments[at].as_str();
    let optional = |at: usize| Some(argument(at)).filter(|&field| field != "None");
    let index = |at: usize| optional(at).map(number::<i64>);
    let fill = || argument(2).chars().next().unwrap();
    let position = |found: Option<usize>| format!("={}", found.map_or(-1, |at| at as i64));
    let same = |text: String| text;
    match operation {
        "split" => outcome(split(text, optional(1), number(argument(2))), |parts| {
            list(&parts)
        }),
        "rsplit" => outcome(rsplit(text, optional(1), number(argument(2))), |parts| {
            list(&parts)
        }),
        "splitlines" => format!("={}", list(&splitlines(text, argument(1) == "True"))),
        "strip" => format!("={}", strip(text, optional(1))),
        "lstrip" => format!("={}", lstrip(text, optional(1))),
        "rstrip" => format!("={}", rstrip(text, optional(1))),
        "find" => position(find(text, argument(1), index(2), index(3))),
        "rfind" => position(rfind(text, argument(1), index(2), index(3))),
        "count" => format!("={}", count(text, argument(1), index(2), index(3))),
        "startswith" => truth(startswith(text, argument(1), index(2), index(3))),
        "endswith" => truth(endswith(text, argument(1), index(2), index(3))),
        "replace" => outcome(
            replace(text, argument(1), argument(2), number(argument(3)), 1000),
            same,
        ),
        "center" => outcome(center(text, number(argument(1)), fill(), 1000), same),
        "ljust" => outcome(ljust(text, number(argument(1)), fill(), 1000), same),
        "rjust" => outcome(rjust(text, number(argument(1)), fill(), 1000), same),
        "zfill" => outcome(zfill(text, number(argument(1)), 1000), same),
        "partition" => outcome(partition(text, argument(1)), triple),
        "rpartition" => outcome(rpartition(text, argument(1)), triple),
        "expandtabs" => outcome(expandtabs(text, number(argument(1)), 1000), same),
        "slice" => outcome(slice(text, index(1), index(2), index(3)), same),
        "item" => {
            char_at(text, number(argument(1))).map_or("=None".to_string(), |c| format!("={c}"))
        }
        other => panic!("unknown operation {other}"),
    }
}

#[test]
fn cuts_and_pads_as_recorded() {
    check(include_str!("cases/strings.tsv"), 300, answer);
}

#[test]
fn translates() {
    let shout = |c| match c {
        'a' => Translation::Replace("AA".to_string()),
        'b' => Translation::Delete,
        _ => Translation::Keep,
    };
    assert_eq!(translate("abcж", 100, shout).as_deref(), Ok("AAcж"));
    assert_eq!(translate("aaa", 5, shout), Err(Error::TooLong));
}

#[test]
fn sizes_are_bounded() {
    assert_eq!(ljust("a", i64::MAX, ' ', 1000), Err(Error::TooLong));
    assert_eq!(center("a", i64::MAX, ' ', 1000), Err(Error::TooLong));
    assert_eq!(zfill("-a", i64::MAX, 1000), Err(Error::TooLong));
    assert_eq!(repeat("ab", i64::MAX, 1000), Err(Error::TooLong));
    assert_eq!(repeat("ab", -1, 1000).as_deref(), Ok(""));
    assert_eq!(
        replace(&"a".repeat(100), "", &"b".repeat(100), -1, 1000),
        Err(Error::TooLong)
    );
    assert_eq!(expandtabs("a\t", i64::MAX, 1000), Err(Error::TooLong));
    let back = SliceRange::new(5, Some(i64::MAX), Some(i64::MIN), Some(i64::MIN)).unwrap();
    assert_eq!(back.indices().collect::<Vec<_>>(), [4]);
}
