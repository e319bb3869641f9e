//! JSON as text, for answers that scripts read and for files that other programs read: no library in the engine.

/// A string, which is a Python literal as well.
pub fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c < ' ' || matches!(c, '\u{7f}' | '\u{2028}' | '\u{2029}') => {
                out.push_str(&format!("\\u{:04x}", c as u32));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A list of what is JSON already.
pub fn list(items: impl IntoIterator<Item = String>) -> String {
    let items: Vec<String> = items.into_iter().collect();
    format!("[{}]", items.join(","))
}

/// An object; the values are JSON already.
pub fn object(pairs: &[(&str, String)]) -> String {
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{}:{value}", string(name)))
        .collect();
    format!("{{{}}}", pairs.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_json() {
        let text = "a\"b\\c\n\r\t\u{2028}\u{0}é😀";
        let back: String = serde_json::from_str(&string(text)).expect("it is JSON");
        assert_eq!(back, text);
        let whole = object(&[("a", list([string("x"), "1".into()]))]);
        assert_eq!(whole, "{\"a\":[\"x\",1]}");
    }
}
