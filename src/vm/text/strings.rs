//! The methods of `str` that cut, search, replace and pad, counting in code points.
//!
//! Case and character classes are in `case`. Must not know of objects: absent arguments are `None`, and what may
//! grow without bound takes a limit.

use super::unicode::is_space;
use super::{Error, check_len};

/// `len(text)`
pub fn char_len(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.chars().count()
    }
}

/// The byte where the character `index` begins, or the end.
fn byte_at(text: &str, index: usize) -> usize {
    if text.is_ascii() {
        return index.min(text.len());
    }
    text.char_indices()
        .nth(index)
        .map_or(text.len(), |(at, _)| at)
}

/// `start, stop, step` of a slice fitted to a sequence of `len`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SliceRange {
    /// The first index.
    pub start: i64,
    /// The bound, -1 for the beginning when going back.
    pub stop: i64,
    /// The step, never 0.
    pub step: i64,
    /// How many indices there are.
    pub count: usize,
}

impl SliceRange {
    /// `slice(start, stop, step).indices(len)`
    pub fn new(
        len: usize,
        start: Option<i64>,
        stop: Option<i64>,
        step: Option<i64>,
    ) -> Result<SliceRange, Error> {
        let len = i64::try_from(len).unwrap_or(i64::MAX);
        // The most negative step has no opposite.
        let step = step.unwrap_or(1).max(-i64::MAX);
        if step == 0 {
            return Err(Error::value("slice step cannot be zero"));
        }
        let (least, greatest) = if step < 0 { (-1, len - 1) } else { (0, len) };
        let fit = |index: i64| {
            let index = if index < 0 {
                index.saturating_add(len)
            } else {
                index
            };
            index.clamp(least, greatest)
        };
        let start = start.map_or(if step < 0 { greatest } else { least }, fit);
        let stop = stop.map_or(if step < 0 { least } else { greatest }, fit);
        let distance = if step < 0 { start - stop } else { stop - start };
        let count = if distance <= 0 {
            0
        } else {
            (distance - 1) / step.abs() + 1
        };
        Ok(SliceRange {
            start,
            stop,
            step,
            count: usize::try_from(count).unwrap_or(0),
        })
    }

    /// The indices.
    pub fn indices(self) -> impl Iterator<Item = usize> {
        (0..self.count).map(move |n| (self.start + n as i64 * self.step) as usize)
    }
}

/// `text[start:stop:step]`
pub fn slice(
    text: &str,
    start: Option<i64>,
    stop: Option<i64>,
    step: Option<i64>,
) -> Result<String, Error> {
    let range = SliceRange::new(char_len(text), start, stop, step)?;
    if range.step == 1 {
        let from = text
            .get(byte_at(text, range.start as usize)..)
            .unwrap_or_default();
        return Ok(from
            .get(..byte_at(from, range.count))
            .unwrap_or_default()
            .to_string());
    }
    let chars: Vec<char> = text.chars().collect();
    Ok(range
        .indices()
        .filter_map(|index| chars.get(index))
        .collect())
}

/// `text[index]`; `None` if out of range.
pub fn char_at(text: &str, index: i64) -> Option<char> {
    let index = if index < 0 {
        index.checked_add(char_len(text) as i64)?
    } else {
        index
    };
    text.chars().nth(usize::try_from(index).ok()?)
}

fn separator(sep: &str) -> Result<&str, Error> {
    if sep.is_empty() {
        Err(Error::value("empty separator"))
    } else {
        Ok(sep)
    }
}

/// How many cuts `maxsplit` allows.
fn cuts(maxsplit: i64) -> usize {
    usize::try_from(maxsplit).unwrap_or(usize::MAX)
}

/// `split(sep, maxsplit)`
pub fn split<'a>(text: &'a str, sep: Option<&str>, maxsplit: i64) -> Result<Vec<&'a str>, Error> {
    let mut left = cuts(maxsplit);
    let mut parts = Vec::new();
    let mut rest = text;
    let Some(sep) = sep else {
        loop {
            rest = rest.trim_start_matches(is_space);
            if rest.is_empty() {
                return Ok(parts);
            }
            let end = if left == 0 {
                rest.len()
            } else {
                rest.find(is_space).unwrap_or(rest.len())
            };
            let (part, after) = rest.split_at(end);
            parts.push(part);
            rest = after;
            left = left.saturating_sub(1);
        }
    };
    let sep = separator(sep)?;
    while left > 0
        && let Some((part, after)) = rest.split_once(sep)
    {
        parts.push(part);
        rest = after;
        left -= 1;
    }
    parts.push(rest);
    Ok(parts)
}

/// `rsplit(sep, maxsplit)`
pub fn rsplit<'a>(text: &'a str, sep: Option<&str>, maxsplit: i64) -> Result<Vec<&'a str>, Error> {
    let mut left = cuts(maxsplit);
    let mut parts = Vec::new();
    let mut rest = text;
    match sep {
        None => loop {
            rest = rest.trim_end_matches(is_space);
            if rest.is_empty() {
                break;
            }
            let last_space = rest
                .char_indices()
                .rfind(|&(_, c)| is_space(c))
                .filter(|_| left > 0);
            let begin = last_space.map_or(0, |(at, c)| at + c.len_utf8());
            let (before, part) = rest.split_at(begin);
            parts.push(part);
            rest = before;
            left = left.saturating_sub(1);
        },
        Some(sep) => {
            let sep = separator(sep)?;
            while left > 0
                && let Some((before, part)) = rest.rsplit_once(sep)
            {
                parts.push(part);
                rest = before;
                left -= 1;
            }
            parts.push(rest);
        }
    }
    parts.reverse();
    Ok(parts)
}

/// `splitlines(keepends)`
pub fn splitlines(text: &str, keepends: bool) -> Vec<&str> {
    let ends_line =
        |c| matches!(c, '\n'..='\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(ends_line).unwrap_or(rest.len());
        let (line, from) = rest.split_at(end);
        let ending = if from.starts_with("\r\n") {
            2
        } else {
            from.chars().next().map_or(0, char::len_utf8)
        };
        let (whole, after) = rest.split_at(end + ending);
        lines.push(if keepends { whole } else { line });
        rest = after;
    }
    lines
}

fn stripped(chars: Option<&str>) -> impl Fn(char) -> bool {
    move |c| chars.map_or_else(|| is_space(c), |chars| chars.contains(c))
}

/// `strip(chars)`
pub fn strip<'a>(text: &'a str, chars: Option<&str>) -> &'a str {
    rstrip(lstrip(text, chars), chars)
}

/// `lstrip(chars)`
pub fn lstrip<'a>(text: &'a str, chars: Option<&str>) -> &'a str {
    text.trim_start_matches(stripped(chars))
}

/// `rstrip(chars)`
pub fn rstrip<'a>(text: &'a str, chars: Option<&str>) -> &'a str {
    text.trim_end_matches(stripped(chars))
}

/// The part that `start` and `end` of a search leave, and the index of its first character; `None` if it begins
/// behind its end, where not even the empty string is found.
fn window(text: &str, start: Option<i64>, end: Option<i64>) -> Option<(&str, usize)> {
    if start.is_none() && end.is_none() {
        return Some((text, 0));
    }
    let len = char_len(text) as i64;
    let fit = |index: i64| {
        (if index < 0 {
            index.saturating_add(len)
        } else {
            index
        })
        .max(0)
    };
    let (start, end) = (start.map_or(0, fit), end.map_or(len, fit).min(len));
    if start > end {
        return None;
    }
    let (start, count) = (start as usize, (end - start) as usize);
    let from = text.get(byte_at(text, start)..)?;
    Some((from.get(..byte_at(from, count))?, start))
}

/// `find(sub, start, end)`; `None` for -1.
pub fn find(text: &str, sub: &str, start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let (part, first) = window(text, start, end)?;
    Some(first + char_len(part.get(..part.find(sub)?)?))
}

/// `rfind(sub, start, end)`; `None` for -1.
pub fn rfind(text: &str, sub: &str, start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let (part, first) = window(text, start, end)?;
    Some(first + char_len(part.get(..part.rfind(sub)?)?))
}

/// The error of `index` and `rindex`.
pub fn substring_not_found() -> Error {
    Error::value("substring not found")
}

/// `count(sub, start, end)`
pub fn count(text: &str, sub: &str, start: Option<i64>, end: Option<i64>) -> usize {
    match window(text, start, end) {
        None => 0,
        Some((part, _)) if sub.is_empty() => char_len(part) + 1,
        Some((part, _)) => part.matches(sub).count(),
    }
}

/// `startswith(prefix, start, end)`
pub fn startswith(text: &str, prefix: &str, start: Option<i64>, end: Option<i64>) -> bool {
    window(text, start, end).is_some_and(|(part, _)| part.starts_with(prefix))
}

/// `endswith(suffix, start, end)`
pub fn endswith(text: &str, suffix: &str, start: Option<i64>, end: Option<i64>) -> bool {
    window(text, start, end).is_some_and(|(part, _)| part.ends_with(suffix))
}

/// `replace(old, new, count)`; all if `count` is negative. `max_len` counts bytes.
pub fn replace(
    text: &str,
    old: &str,
    new: &str,
    count: i64,
    max_len: usize,
) -> Result<String, Error> {
    let count = cuts(count);
    let found = if old.is_empty() {
        char_len(text) + 1
    } else {
        text.matches(old).count()
    }
    .min(count);
    let grown = new
        .len()
        .checked_mul(found)
        .and_then(|added| added.checked_add(text.len()));
    let len = grown
        .ok_or(Error::TooLong)?
        .saturating_sub(old.len().saturating_mul(found));
    check_len(len, max_len)?;
    Ok(text.replacen(old, new, count))
}

/// Pads with `fill`, `left` and `right` times.
fn padded(
    text: &str,
    fill: char,
    left: usize,
    right: usize,
    max_len: usize,
) -> Result<String, Error> {
    let count = left.checked_add(right).ok_or(Error::TooLong)?;
    check_len(count.saturating_add(text.len()), max_len)?;
    let mut out = String::with_capacity(text.len() + count);
    out.extend(std::iter::repeat_n(fill, left));
    out.push_str(text);
    out.extend(std::iter::repeat_n(fill, right));
    Ok(out)
}

fn missing(text: &str, width: i64) -> usize {
    usize::try_from(width)
        .unwrap_or(0)
        .saturating_sub(char_len(text))
}

/// `ljust(width, fill)`
pub fn ljust(text: &str, width: i64, fill: char, max_len: usize) -> Result<String, Error> {
    padded(text, fill, 0, missing(text, width), max_len)
}

/// `rjust(width, fill)`
pub fn rjust(text: &str, width: i64, fill: char, max_len: usize) -> Result<String, Error> {
    padded(text, fill, missing(text, width), 0, max_len)
}

/// `center(width, fill)`: of an odd padding the greater part goes left if the width is odd.
pub fn center(text: &str, width: i64, fill: char, max_len: usize) -> Result<String, Error> {
    let missing = missing(text, width);
    let left = missing / 2 + (missing & 1 & width.unsigned_abs() as usize);
    padded(text, fill, left, missing - left, max_len)
}

/// `zfill(width)`: zeros behind the sign.
pub fn zfill(text: &str, width: i64, max_len: usize) -> Result<String, Error> {
    let missing = missing(text, width);
    match text.strip_prefix(['+', '-']) {
        Some(digits) => {
            let zeros = padded(digits, '0', missing, 0, max_len)?;
            Ok(format!("{}{zeros}", text.get(..1).unwrap_or_default()))
        }
        None => padded(text, '0', missing, 0, max_len),
    }
}

/// `partition(sep)`
pub fn partition<'a>(text: &'a str, sep: &'a str) -> Result<(&'a str, &'a str, &'a str), Error> {
    Ok(text
        .split_once(separator(sep)?)
        .map_or((text, "", ""), |(before, after)| (before, sep, after)))
}

/// `rpartition(sep)`
pub fn rpartition<'a>(text: &'a str, sep: &'a str) -> Result<(&'a str, &'a str, &'a str), Error> {
    Ok(text
        .rsplit_once(separator(sep)?)
        .map_or(("", "", text), |(before, after)| (before, sep, after)))
}

/// `expandtabs(tabsize)`
pub fn expandtabs(text: &str, tabsize: i64, max_len: usize) -> Result<String, Error> {
    let tabsize = usize::try_from(tabsize).unwrap_or(0);
    let mut out = String::with_capacity(text.len());
    let mut column = 0usize;
    for c in text.chars() {
        match c {
            '\t' if tabsize == 0 => continue,
            '\t' => {
                let spaces = tabsize - column % tabsize;
                check_len(out.len().saturating_add(spaces), max_len)?;
                out.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
                continue;
            }
            '\n' | '\r' => column = 0,
            _ => column += 1,
        }
        out.push(c);
    }
    check_len(out.len(), max_len)?;
    Ok(out)
}

/// What `translate` does with a character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Translation {
    /// Not in the table.
    Keep,
    /// `None` in the table.
    Delete,
    /// A replacement.
    Replace(String),
}

/// `translate(table)`
pub fn translate(
    text: &str,
    max_len: usize,
    mut table: impl FnMut(char) -> Translation,
) -> Result<String, Error> {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match table(c) {
            Translation::Keep => out.push(c),
            Translation::Delete => {}
            Translation::Replace(text) => out.push_str(&text),
        }
        check_len(out.len(), max_len)?;
    }
    Ok(out)
}

/// `text * count`
pub fn repeat(text: &str, count: i64, max_len: usize) -> Result<String, Error> {
    let count = usize::try_from(count).unwrap_or(0);
    check_len(
        text.len().checked_mul(count).ok_or(Error::TooLong)?,
        max_len,
    )?;
    Ok(text.repeat(count))
}

#[cfg(test)]
#[path = "strings_tests.rs"]
mod tests;
