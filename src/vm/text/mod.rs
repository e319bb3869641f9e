//! Numbers, strings and their printed forms as CPython 3.13 has them, as pure functions.
//!
//! Everything here maps plain Rust values to plain Rust values. It must not know of the heap, of frames, of threads
//! or of the machine: callers turn objects into `&str`, `f64` or `BigInt` first and [`Error`] into an exception
//! afterwards. Nothing panics, and whatever could grow without bound takes a limit and answers [`Error::TooLong`].
//!
//! Strings are Rust `str`, so lone surrogates cannot occur in them; operations that would make one are
//! [`Error::Unsupported`]. Expectations in the tests were recorded from CPython 3.13 by the scripts in `cases/`.

pub mod brace;
pub mod case;
pub mod codecs;
pub mod ctime;
pub mod digits;
pub mod float;
pub mod hash;
pub mod int;
pub mod math;
pub mod percent;
mod precise;
pub mod quote;
pub mod random;
pub mod regex;
pub mod set_order;
mod sha512;
pub mod spec;
pub mod strings;
pub mod sums;
pub mod unicode;
#[rustfmt::skip]
mod unicode_tables;

#[cfg(test)]
mod cases;

use std::fmt;

/// Why a function gave no value: a Python exception with its message, or a bound of the machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The result would exceed the caller's `max_len`.
    TooLong,
    /// CPython can do it, this machine cannot; the sentence says what.
    Unsupported(&'static str),
    /// `ValueError`
    Value(String),
    /// `TypeError`
    Type(String),
    /// `OverflowError`
    Overflow(String),
    /// `ZeroDivisionError`
    ZeroDivision(String),
    /// `IndexError`
    Index(String),
    /// `KeyError`; the text is what `str()` of the exception gives.
    Key(String),
    /// `MemoryError`
    Memory,
}

impl Error {
    /// A `ValueError`.
    pub fn value(message: impl Into<String>) -> Error {
        Error::Value(message.into())
    }

    /// A `TypeError`.
    pub fn type_error(message: impl Into<String>) -> Error {
        Error::Type(message.into())
    }

    /// An `OverflowError`.
    pub fn overflow(message: impl Into<String>) -> Error {
        Error::Overflow(message.into())
    }

    /// A `ZeroDivisionError`.
    pub fn zero_division(message: impl Into<String>) -> Error {
        Error::ZeroDivision(message.into())
    }

    /// The name of the exception class, `None` for what is no Python exception.
    pub fn class_name(&self) -> Option<&'static str> {
        Some(match self {
            Error::TooLong | Error::Unsupported(_) => return None,
            Error::Value(_) => "ValueError",
            Error::Type(_) => "TypeError",
            Error::Overflow(_) => "OverflowError",
            Error::ZeroDivision(_) => "ZeroDivisionError",
            Error::Index(_) => "IndexError",
            Error::Key(_) => "KeyError",
            Error::Memory => "MemoryError",
        })
    }

    /// The message without the class.
    pub fn message(&self) -> &str {
        match self {
            Error::TooLong => "the result is longer than the machine allows",
            Error::Unsupported(text) => text,
            Error::Memory => "",
            Error::Value(text)
            | Error::Type(text)
            | Error::Overflow(text)
            | Error::ZeroDivision(text)
            | Error::Index(text)
            | Error::Key(text) => text,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.class_name() {
            Some(class) => write!(f, "{class}: {}", self.message()),
            None => f.write_str(self.message()),
        }
    }
}

impl std::error::Error for Error {}

/// `Err(TooLong)` if `len` is above `max_len`.
pub(crate) fn check_len(len: usize, max_len: usize) -> Result<(), Error> {
    if len > max_len {
        Err(Error::TooLong)
    } else {
        Ok(())
    }
}

/// At most the first `count` characters of `text`, as C format `%.200s` cuts long names.
pub(crate) fn cut(text: &str, count: usize) -> &str {
    match text.char_indices().nth(count) {
        Some((at, _)) => &text[..at],
        None => text,
    }
}
