//! Pairs of names and values as one line of text, as forms and query strings have them: what links, drafts
//! and the page's tools carry. Any text comes from outside and may be anything.

/// The pairs of a text, or `None` if it is none: a broken escape, bytes that are no UTF-8.
pub fn parse(text: &str) -> Option<Vec<(String, String)>> {
    text.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some((decoded(name)?, decoded(value)?))
        })
        .collect()
}

fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => digit(rest.next()?)? << 4 | digit(rest.next()?)?,
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

/// Adds a pair to a text.
pub fn push(text: &mut String, name: &str, value: &str) {
    if !text.is_empty() {
        text.push('&');
    }
    encode(text, name);
    text.push('=');
    encode(text, value);
}

fn encode(text: &mut String, value: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'-' | b'.' | b'_' | b'*' => {
                text.push(char::from(byte));
            }
            b' ' => text.push('+'),
            other => {
                text.push('%');
                text.push(char::from(DIGITS[usize::from(other >> 4)]));
                text.push(char::from(DIGITS[usize::from(other & 15)]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut text = String::new();
        push(&mut text, "a", "x = 1 & 2\n# поток + %41");
        push(&mut text, "b", "");
        assert_eq!(
            text,
            "a=x+%3D+1+%26+2%0A%23+%D0%BF%D0%BE%D1%82%D0%BE%D0%BA+%2B+%2541&b="
        );
        let pairs = parse(&text).expect("it reads what it writes");
        assert_eq!(
            pairs,
            [
                ("a".into(), "x = 1 & 2\n# поток + %41".into()),
                ("b".into(), String::new())
            ]
        );
    }

    #[test]
    fn broken_texts_are_none() {
        for text in ["a=%", "a=%4", "a=%4g", "a=%+1", "%ff=1", "a=%D0"] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(parse("").map(|pairs| pairs.len()), Some(0));
    }
}
