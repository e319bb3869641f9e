//! Bytes to text and back: UTF-8, ASCII and Latin-1 with the usual ways to treat errors.
//!
//! Must not know of values: the caller makes the exception out of a [`Failure`].

/// What is wrong with the data, as the attributes of `UnicodeError` say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Canonical name of the encoding.
    pub encoding: &'static str,
    /// First bad position (bytes when decoding, characters when encoding).
    pub start: usize,
    /// The position behind the last bad one.
    pub end: usize,
    /// Why.
    pub reason: &'static str,
}

/// Why there is no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The data does not fit the encoding.
    Data(Failure),
    /// `LookupError` with this message.
    Lookup(String),
    /// An encoding that Python has and this machine lacks.
    Unsupported,
}

/// The encodings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// `utf-8`
    Utf8,
    /// `ascii`
    Ascii,
    /// `latin-1`
    Latin1,
}

impl Encoding {
    /// By any of its names.
    ///
    /// # Errors
    /// Unknown, or not supported.
    pub fn named(name: &str) -> Result<Encoding, Refusal> {
        let plain = name.to_ascii_lowercase().replace(['_', ' '], "-");
        Ok(match plain.as_str() {
            "utf-8" | "utf8" | "u8" | "cp65001" => Encoding::Utf8,
            "ascii" | "us-ascii" | "646" => Encoding::Ascii,
            "latin-1" | "latin1" | "latin" | "l1" | "iso-8859-1" | "iso8859-1" | "8859" => {
                Encoding::Latin1
            }
            other if other.starts_with("utf") || other.starts_with("cp") => {
                return Err(Refusal::Unsupported);
            }
            _ => return Err(Refusal::Lookup(format!("unknown encoding: {name}"))),
        })
    }

    fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Ascii => "ascii",
            Encoding::Latin1 => "latin-1",
        }
    }
}

fn unknown_handler(errors: &str) -> Refusal {
    Refusal::Lookup(format!("unknown error handler name '{errors}'"))
}

/// `data.decode(encoding, errors)`
///
/// # Errors
/// Why it cannot be decoded.
pub fn decode(data: &[u8], encoding: Encoding, errors: &str) -> Result<String, Refusal> {
    if encoding == Encoding::Latin1 {
        return Ok(data.iter().map(|b| char::from(*b)).collect());
    }
    let mut out = String::with_capacity(data.len());
    let mut at = 0;
    while at < data.len() {
        let (good, bad, reason) = next_part(&data[at..], encoding);
        out.push_str(good);
        at += good.len();
        if bad == 0 {
            continue;
        }
        let failure = Failure {
            encoding: encoding.name(),
            start: at,
            end: at + bad,
            reason,
        };
        match errors {
            "strict" => return Err(Refusal::Data(failure)),
            "ignore" => {}
            "replace" => out.push('\u{fffd}'),
            "backslashreplace" => {
                for byte in &data[at..at + bad] {
                    out.push_str(&format!("\\x{byte:02x}"));
                }
            }
            "surrogateescape" | "surrogatepass" => return Err(Refusal::Unsupported),
            other => return Err(unknown_handler(other)),
        }
        at += bad;
    }
    Ok(out)
}

/// The longest good beginning, how many bytes behind it are bad, and why.
fn next_part(data: &[u8], encoding: Encoding) -> (&str, usize, &'static str) {
    if encoding == Encoding::Ascii {
        let end = data
            .iter()
            .position(|b| !b.is_ascii())
            .unwrap_or(data.len());
        let good = std::str::from_utf8(&data[..end]).unwrap_or_default();
        let bad = usize::from(end < data.len());
        return (good, bad, "ordinal not in range(128)");
    }
    match std::str::from_utf8(data) {
        Ok(good) => (good, 0, ""),
        Err(error) => {
            let end = error.valid_up_to();
            let good = std::str::from_utf8(&data[..end]).unwrap_or_default();
            match error.error_len() {
                None => (good, data.len() - end, "unexpected end of data"),
                Some(len) => {
                    let starts = matches!(data[end], 0xc2..=0xf4);
                    let reason = if starts {
                        "invalid continuation byte"
                    } else {
                        "invalid start byte"
                    };
                    (good, len, reason)
                }
            }
        }
    }
}

/// `text.encode(encoding, errors)`
///
/// # Errors
/// Why it cannot be encoded.
pub fn encode(text: &str, encoding: Encoding, errors: &str) -> Result<Vec<u8>, Refusal> {
    let (limit, reason) = match encoding {
        Encoding::Utf8 => return Ok(text.as_bytes().to_vec()),
        Encoding::Ascii => (128, "ordinal not in range(128)"),
        Encoding::Latin1 => (256, "ordinal not in range(256)"),
    };
    let mut out = Vec::with_capacity(text.len());
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        if (c as u32) < limit {
            out.push(c as u8);
            at += 1;
            continue;
        }
        let run = chars[at..]
            .iter()
            .take_while(|c| **c as u32 >= limit)
            .count();
        let bad = &chars[at..at + run];
        match errors {
            "strict" => {
                return Err(Refusal::Data(Failure {
                    encoding: encoding.name(),
                    start: at,
                    end: at + run,
                    reason,
                }));
            }
            "ignore" => {}
            "replace" => out.extend(std::iter::repeat_n(b'?', run)),
            "xmlcharrefreplace" => {
                for c in bad {
                    out.extend_from_slice(format!("&#{};", *c as u32).as_bytes());
                }
            }
            "backslashreplace" => {
                for c in bad {
                    let code = *c as u32;
                    let text = match code {
                        0..=0xff => format!("\\x{code:02x}"),
                        0x100..=0xffff => format!("\\u{code:04x}"),
                        _ => format!("\\U{code:08x}"),
                    };
                    out.extend_from_slice(text.as_bytes());
                }
            }
            "namereplace" | "surrogateescape" | "surrogatepass" => {
                return Err(Refusal::Unsupported);
            }
            other => return Err(unknown_handler(other)),
        }
        at += run;
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(start: usize, end: usize, reason: &'static str) -> Refusal {
        Refusal::Data(Failure {
            encoding: "utf-8",
            start,
            end,
            reason,
        })
    }

    #[test]
    fn utf8_errors_name_the_bytes_that_cpython_names() {
        let strict = |data: &[u8]| decode(data, Encoding::Utf8, "strict");
        assert_eq!(strict(b"a\xff"), Err(failure(1, 2, "invalid start byte")));
        assert_eq!(
            strict(b"\xe2\x82"),
            Err(failure(0, 2, "unexpected end of data"))
        );
        assert_eq!(
            strict(b"\xe2\x82a"),
            Err(failure(0, 2, "invalid continuation byte"))
        );
        assert_eq!(
            decode(b"a\xe2\x82a\xff", Encoding::Utf8, "replace").as_deref(),
            Ok("a\u{fffd}a\u{fffd}")
        );
        assert_eq!(
            decode(b"\xe9", Encoding::Latin1, "strict").as_deref(),
            Ok("é")
        );
    }

    #[test]
    fn what_does_not_fit_is_treated_as_told() {
        let all = |errors| encode("aéж", Encoding::Ascii, errors);
        assert_eq!(all("ignore"), Ok(b"a".to_vec()));
        assert_eq!(all("replace"), Ok(b"a??".to_vec()));
        assert_eq!(all("backslashreplace"), Ok(b"a\\xe9\\u0436".to_vec()));
        assert_eq!(all("xmlcharrefreplace"), Ok(b"a&#233;&#1078;".to_vec()));
        assert!(matches!(
            all("strict"),
            Err(Refusal::Data(Failure {
                start: 1,
                end: 3,
                ..
            }))
        ));
        assert_eq!(
            all("odd"),
            Err(Refusal::Lookup("unknown error handler name 'odd'".into()))
        );
    }
}
