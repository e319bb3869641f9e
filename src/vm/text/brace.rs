//! Templates of `str.format`: literal text, replacement fields, their accessors and automatic numbering.
//!
//! Parsing is lazy, because CPython meets an error in a template only after it has evaluated the fields before it.
//! Must not know of values: the caller looks up names, attributes and items, and formats.

use super::Error;
use super::unicode::decimal;

/// How deeply fields nest: a field, and fields in its specification.
pub const MAX_DEPTH: usize = 2;

/// The error for a template nested more deeply than [`MAX_DEPTH`].
pub fn recursion_exceeded() -> Error {
    Error::value("Max string recursion exceeded")
}

/// The error for a positional field without an argument.
pub fn index_out_of_range(index: usize) -> Error {
    Error::Index(format!(
        "Replacement index {index} out of range for positional args tuple"
    ))
}

/// The error for a positional field in `format_map`.
pub fn positional_in_map() -> Error {
    Error::value("Format string contains positional fields")
}

/// A part of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text, with doubled braces undone.
    Literal(&'a str),
    /// A replacement field.
    Field(Field<'a>),
}

/// A replacement field, `{name!conversion:spec}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// What to look up; see [`Field::first`] and [`Field::accessors`].
    pub name: &'a str,
    /// The character after `!`, whichever it is; see [`check_conversion`].
    pub conversion: Option<char>,
    /// The specification as written.
    pub spec: &'a str,
    /// Whether the specification is itself a template.
    pub nested: bool,
}

/// Iterates over the pieces of a template.
#[derive(Clone, Debug)]
pub struct Pieces<'a> {
    rest: &'a str,
    /// A field parsed together with the literal before it.
    pending: Option<Field<'a>>,
}

/// The pieces of `template`.
pub fn pieces(template: &str) -> Pieces<'_> {
    Pieces {
        rest: template,
        pending: None,
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Result<Piece<'a>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(field) = self.pending.take() {
            return Some(Ok(Piece::Field(field)));
        }
        if self.rest.is_empty() {
            return None;
        }
        let piece = self.parse();
        if piece.is_err() {
            self.rest = "";
        }
        Some(piece)
    }
}

impl<'a> Pieces<'a> {
    fn parse(&mut self) -> Result<Piece<'a>, Error> {
        let text = self.rest;
        let Some(at) = text.find(['{', '}']) else {
            self.rest = "";
            return Ok(Piece::Literal(text));
        };
        let (before, from) = text.split_at(at);
        let closing = from.starts_with('}');
        let after = from.get(1..).unwrap_or_default();
        if let Some(rest) = after.strip_prefix(if closing { '}' } else { '{' }) {
            self.rest = rest;
            return Ok(Piece::Literal(text.get(..=at).unwrap_or_default()));
        }
        if closing {
            return Err(Error::value("Single '}' encountered in format string"));
        }
        if after.is_empty() {
            return Err(Error::value("Single '{' encountered in format string"));
        }
        let (field, rest) = parse_field(after)?;
        self.rest = rest;
        if before.is_empty() {
            return Ok(Piece::Field(field));
        }
        self.pending = Some(field);
        Ok(Piece::Literal(before))
    }
}

/// Where the name ends, and the character there.
fn end_of_name(text: &str) -> Result<Option<(usize, char)>, Error> {
    let mut in_item = false;
    for (at, c) in text.char_indices() {
        match c {
            ']' if in_item => in_item = false,
            _ if in_item => {}
            '[' => in_item = true,
            '{' => return Err(Error::value("unexpected '{' in field name")),
            '}' | ':' | '!' => return Ok(Some((at, c))),
            _ => {}
        }
    }
    Ok(None)
}

/// A field from what follows its opening brace, and what follows the field.
fn parse_field(text: &str) -> Result<(Field<'_>, &str), Error> {
    let Some((end, stop)) = end_of_name(text)? else {
        return Err(Error::value("expected '}' before end of string"));
    };
    let (name, rest) = text.split_at(end);
    let mut rest = rest.get(1..).unwrap_or_default();
    let mut field = Field {
        name,
        conversion: None,
        spec: "",
        nested: false,
    };
    if stop == '}' {
        return Ok((field, rest));
    }
    if stop == '!' {
        let mut chars = rest.chars();
        field.conversion = chars.next();
        if field.conversion.is_none() {
            return Err(Error::value(
                "end of string while looking for conversion specifier",
            ));
        }
        match chars.next() {
            Some('}') => return Ok((field, chars.as_str())),
            None | Some(':') => rest = chars.as_str(),
            Some(_) => return Err(Error::value("expected ':' after conversion specifier")),
        }
    }
    let mut depth = 1usize;
    for (at, c) in rest.char_indices() {
        match c {
            '{' => {
                field.nested = true;
                depth += 1;
            }
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let (spec, rest) = rest.split_at(at);
            field.spec = spec;
            return Ok((field, rest.get(1..).unwrap_or_default()));
        }
    }
    Err(Error::value("unmatched '{' in format spec"))
}

/// `Ok` for the conversions that exist: `r`, `s` and `a`.
pub fn check_conversion(conversion: char) -> Result<(), Error> {
    match conversion {
        'r' | 's' | 'a' => Ok(()),
        '!'..='~' => Err(Error::Value(format!(
            "Unknown conversion specifier {conversion}"
        ))),
        other => Err(Error::Value(format!(
            "Unknown conversion specifier \\x{:x}",
            other as u32
        ))),
    }
}

/// Whether fields have been numbered by hand or automatically so far; one for a whole call of `format`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Numbering {
    /// No positional field yet.
    #[default]
    Undecided,
    /// `{}`, with the next index.
    Automatic(usize),
    /// `{0}`
    Manual,
}

/// What a field starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First<'a> {
    /// A positional argument.
    Index(usize),
    /// A keyword argument.
    Name(&'a str),
}

/// A step from there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accessor<'a> {
    /// `.name`
    Attribute(&'a str),
    /// `[number]`
    Index(usize),
    /// `[text]`
    Key(&'a str),
}

/// The number that `text` is, if it is nothing but decimal digits.
fn integer(text: &str) -> Result<Option<usize>, Error> {
    let mut value: Option<i64> = None;
    for c in text.chars() {
        let Some(digit) = decimal(c) else {
            return Ok(None);
        };
        let next = value
            .unwrap_or(0)
            .checked_mul(10)
            .and_then(|v| v.checked_add(i64::from(digit)));
        value = Some(next.ok_or_else(|| Error::value("Too many decimal digits in format string"))?);
    }
    Ok(value.map(|value| usize::try_from(value).unwrap_or(usize::MAX)))
}

impl<'a> Field<'a> {
    fn split(&self) -> (&'a str, &'a str) {
        self.name
            .split_at(self.name.find(['.', '[']).unwrap_or(self.name.len()))
    }

    /// The argument that the field starts from; takes the next number if it names none.
    pub fn first(&self, numbering: &mut Numbering) -> Result<First<'a>, Error> {
        let (first, _) = self.split();
        let index = integer(first)?;
        if !first.is_empty() && index.is_none() {
            return Ok(First::Name(first));
        }
        match (*numbering, index) {
            (Numbering::Undecided, Some(index)) => {
                *numbering = Numbering::Manual;
                Ok(First::Index(index))
            }
            (Numbering::Undecided, None) => {
                *numbering = Numbering::Automatic(1);
                Ok(First::Index(0))
            }
            (Numbering::Manual, Some(index)) => Ok(First::Index(index)),
            (Numbering::Automatic(next), None) => {
                *numbering = Numbering::Automatic(next.saturating_add(1));
                Ok(First::Index(next))
            }
            (Numbering::Manual, None) => Err(Error::value(
                "cannot switch from manual field specification to automatic field numbering",
            )),
            (Numbering::Automatic(_), Some(_)) => Err(Error::value(
                "cannot switch from automatic field numbering to manual field specification",
            )),
        }
    }

    /// The attributes and items to go through from there.
    pub fn accessors(&self) -> Accessors<'a> {
        Accessors {
            rest: self.split().1,
        }
    }
}

/// Iterates over the accessors of a field.
#[derive(Clone, Debug)]
pub struct Accessors<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Accessors<'a> {
    type Item = Result<Accessor<'a>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let accessor = self.parse();
        if accessor.is_err() {
            self.rest = "";
        }
        Some(accessor)
    }
}

impl<'a> Accessors<'a> {
    fn parse(&mut self) -> Result<Accessor<'a>, Error> {
        let empty = || Error::value("Empty attribute in format string");
        if let Some(rest) = self.rest.strip_prefix('.') {
            let (name, rest) = rest.split_at(rest.find(['.', '[']).unwrap_or(rest.len()));
            self.rest = rest;
            return if name.is_empty() {
                Err(empty())
            } else {
                Ok(Accessor::Attribute(name))
            };
        }
        let Some(rest) = self.rest.strip_prefix('[') else {
            return Err(Error::value(
                "Only '.' or '[' may follow ']' in format field specifier",
            ));
        };
        let Some((key, rest)) = rest.split_once(']') else {
            return Err(Error::value("Missing ']' in format string"));
        };
        self.rest = rest;
        let index = integer(key)?;
        if key.is_empty() {
            return Err(empty());
        }
        Ok(index.map_or(Accessor::Key(key), Accessor::Index))
    }
}

#[cfg(test)]
mod tests {
    use super::super::cases::{check, outcome};
    use super::super::quote::repr_str;
    use super::*;

    fn shown_pieces(template: &str) -> Result<String, Error> {
        let mut out = String::new();
        for piece in pieces(template) {
            out += &match piece? {
                Piece::Literal(text) => format!("L{} ", repr_str(text)),
                Piece::Field(field) => {
                    let conversion = field
                        .conversion
                        .map_or_else(|| "None".to_string(), |c| repr_str(&c.to_string()));
                    format!(
                        "F{} {} {} ",
                        repr_str(field.name),
                        repr_str(field.spec),
                        conversion
                    )
                }
            };
        }
        Ok(out)
    }

    fn shown_accessors(name: &str) -> Result<String, Error> {
        let field = Field {
            name,
            conversion: None,
            spec: "",
            nested: false,
        };
        // Splitting a name on its own numbers nothing.
        let first = match field.split().0 {
            "" => "''".to_string(),
            _ => match field.first(&mut Numbering::Undecided)? {
                First::Index(index) => index.to_string(),
                First::Name(name) => repr_str(name),
            },
        };
        let mut out = first;
        for accessor in field.accessors() {
            out += &match accessor? {
                Accessor::Attribute(name) => format!(" .{}", repr_str(name)),
                Accessor::Index(index) => format!(" [{index}"),
                Accessor::Key(key) => format!(" [{}", repr_str(key)),
            };
        }
        Ok(out)
    }

    /// `template.format('a', 'b', 'c', k='k')` for fields without accessors.
    fn format(template: &str, numbering: &mut Numbering, depth: usize) -> Result<String, Error> {
        if depth == 0 {
            return Err(recursion_exceeded());
        }
        let mut out = String::new();
        for piece in pieces(template) {
            let field = match piece? {
                Piece::Literal(text) => {
                    out += text;
                    continue;
                }
                Piece::Field(field) => field,
            };
            let value = match field.first(numbering)? {
                First::Index(index) => *["a", "b", "c"]
                    .get(index)
                    .ok_or_else(|| index_out_of_range(index))?,
                First::Name("k") => "k",
                First::Name(name) => return Err(Error::Key(name.to_string())),
            };
            field.conversion.map_or(Ok(()), check_conversion)?;
            let value = if field.conversion == Some('r') {
                repr_str(value)
            } else {
                value.to_string()
            };
            let spec = if field.nested {
                format(field.spec, numbering, depth - 1)?
            } else {
                field.spec.to_string()
            };
            let spec = super::super::spec::FormatSpec::parse(&spec, "str")?;
            out += &super::super::spec::format_str(&value, &spec, 1000)?;
        }
        Ok(out)
    }

    #[test]
    fn parses_as_recorded() {
        check(
            include_str!("cases/brace.tsv"),
            300,
            |operation, arguments| {
                let text = &arguments[0];
                let result = match operation {
                    "pieces" => shown_pieces(text),
                    "accessors" => shown_accessors(text),
                    _ => format(text, &mut Numbering::default(), MAX_DEPTH),
                };
                outcome(result, |text| text)
            },
        );
    }
}
