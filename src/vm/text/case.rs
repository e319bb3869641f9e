//! Upper, lower and title case of strings, and the questions `str.isalpha` … `str.isidentifier`.
//!
//! What single characters are is known to `unicode`; here are the rules that look at neighbours.

use super::unicode::*;

/// The lower case of the character at `at`: a capital sigma that ends a word becomes `ς`.
fn push_lower_at(out: &mut String, chars: &[char], at: usize) {
    let Some(&c) = chars.get(at) else { return };
    if c != 'Σ' {
        return push_lower(out, c);
    }
    let cased = |found: Option<&char>| found.is_some_and(|&c| is_cased(c));
    let before = chars
        .iter()
        .take(at)
        .rev()
        .find(|&&c| !is_case_ignorable(c));
    let after = chars.iter().skip(at + 1).find(|&&c| !is_case_ignorable(c));
    out.push(if cased(before) && !cased(after) {
        'ς'
    } else {
        'σ'
    });
}

fn each(text: &str, mut push: impl FnMut(&mut String, &[char], usize)) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for at in 0..chars.len() {
        push(&mut out, &chars, at);
    }
    out
}

/// `upper`
pub fn upper(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_upper(&mut out, c));
    out
}

/// `lower`
pub fn lower(text: &str) -> String {
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        each(text, push_lower_at)
    }
}

/// `casefold`
pub fn casefold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_folded(&mut out, c));
    out
}

/// `capitalize`
pub fn capitalize(text: &str) -> String {
    each(text, |out, chars, at| match at {
        0 => push_title(out, chars[0]),
        _ => push_lower_at(out, chars, at),
    })
}

/// `title`
pub fn title(text: &str) -> String {
    let mut in_word = false;
    each(text, |out, chars, at| {
        let c = chars[at];
        if in_word {
            push_lower_at(out, chars, at)
        } else {
            push_title(out, c)
        }
        in_word = is_cased(c);
    })
}

/// `swapcase`
pub fn swapcase(text: &str) -> String {
    each(text, |out, chars, at| match chars[at] {
        c if is_upper(c) => push_lower_at(out, chars, at),
        c if is_lower(c) => push_upper(out, c),
        c => out.push(c),
    })
}

fn all(text: &str, test: fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(test)
}

/// `isalpha`
pub fn isalpha(text: &str) -> bool {
    all(text, is_alpha)
}

/// `isalnum`
pub fn isalnum(text: &str) -> bool {
    all(text, is_alnum)
}

/// `isdecimal`
pub fn isdecimal(text: &str) -> bool {
    all(text, |c| decimal(c).is_some())
}

/// `isdigit`
pub fn isdigit(text: &str) -> bool {
    all(text, is_digit)
}

/// `isnumeric`
pub fn isnumeric(text: &str) -> bool {
    all(text, is_numeric)
}

/// `isspace`
pub fn isspace(text: &str) -> bool {
    all(text, is_space)
}

/// `isascii`
pub fn isascii(text: &str) -> bool {
    text.is_ascii()
}

/// `isprintable`
pub fn isprintable(text: &str) -> bool {
    text.chars().all(is_printable)
}

/// `isidentifier`
pub fn isidentifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(is_identifier_start) && chars.all(is_identifier_continue)
}

/// `isupper`
pub fn isupper(text: &str) -> bool {
    !text.chars().any(|c| is_lower(c) || is_title(c)) && text.chars().any(is_upper)
}

/// `islower`
pub fn islower(text: &str) -> bool {
    !text.chars().any(|c| is_upper(c) || is_title(c)) && text.chars().any(is_lower)
}

/// `istitle`
pub fn istitle(text: &str) -> bool {
    let (mut in_word, mut found) = (false, false);
    for c in text.chars() {
        let begins = is_upper(c) || is_title(c);
        let continues = !begins && is_lower(c);
        if (begins && in_word) || (continues && !in_word) {
            return false;
        }
        in_word = begins || continues;
        found |= in_word;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(operation: &str, text: &str) -> String {
        let changed: Option<fn(&str) -> String> = match operation {
            "upper" => Some(upper),
            "lower" => Some(lower),
            "casefold" => Some(casefold),
            "capitalize" => Some(capitalize),
            "title" => Some(title),
            "swapcase" => Some(swapcase),
            _ => None,
        };
        if let Some(change) = changed {
            return format!("={}", change(text));
        }
        let test: fn(&str) -> bool = match operation {
            "isalpha" => isalpha,
            "isalnum" => isalnum,
            "isdecimal" => isdecimal,
            "isdigit" => isdigit,
            "isnumeric" => isnumeric,
            "isspace" => isspace,
            "isascii" => isascii,
            "isprintable" => isprintable,
            "isidentifier" => isidentifier,
            "isupper" => isupper,
            "islower" => islower,
            "istitle" => istitle,
            other => panic!("unknown operation {other}"),
        };
        if test(text) {
            "=True".to_string()
        } else {
            "=False".to_string()
        }
    }

    #[test]
    fn cases_and_classes_as_recorded() {
        super::super::cases::check(
            include_str!("cases/case.tsv"),
            300,
            |operation, arguments| answer(operation, &arguments[0]),
        );
    }
}
