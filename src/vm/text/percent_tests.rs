//! Whole `%` expressions, with a driver that plays the caller's part.

use num_traits::ToPrimitive;

use super::super::cases::{check, float, outcome};
use super::super::float::float_to_int;
use super::super::quote::{ascii_str, repr_str};
use super::*;

enum Value {
    Int(BigInt),
    Float(f64),
    Text(String),
}

impl Value {
    fn read(field: &str) -> Value {
        let (kind, body) = field.split_at(1);
        match kind {
            "i" => Value::Int(body.parse().unwrap()),
            "f" => Value::Float(float(body)),
            _ => Value::Text(body.to_string()),
        }
    }

    fn type_name(&self) -> &'static str {
        match self {
            Value::Int(_) => "int",
            Value::Float(_) => "float",
            Value::Text(_) => "str",
        }
    }

    fn text(&self) -> String {
        match self {
            Value::Int(value) => value.to_string(),
            Value::Float(value) => super::super::float::repr_float(*value),
            Value::Text(text) => text.clone(),
        }
    }
}

fn convert(conversion: &Conversion, settled: &Settled, value: &Value) -> Result<String, Error> {
    let code = conversion.code;
    match (code, value) {
        ('s', value) => format_str(&value.text(), settled, 1000),
        ('r', Value::Text(text)) => format_str(&repr_str(text), settled, 1000),
        ('a', Value::Text(text)) => format_str(&ascii_str(text), settled, 1000),
        ('r' | 'a', value) => format_str(&value.text(), settled, 1000),
        ('c', Value::Int(value)) => {
            format_str(&character(value.to_i64())?.to_string(), settled, 1000)
        }
        ('c', Value::Text(text)) if text.chars().count() == 1 => format_str(text, settled, 1000),
        ('c', _) => Err(wrong_character()),
        ('d' | 'i' | 'u' | 'o' | 'x' | 'X', Value::Int(value)) => format_int(value, settled, 1000),
        ('d' | 'i' | 'u', Value::Float(value)) => format_int(&float_to_int(*value)?, settled, 1000),
        ('d' | 'i' | 'u' | 'o' | 'x' | 'X', other) => Err(wrong_number(code, other.type_name())),
        ('e' | 'E' | 'f' | 'F' | 'g' | 'G', Value::Float(value)) => {
            format_float(*value, settled, 1000)
        }
        ('e' | 'E' | 'f' | 'F' | 'g' | 'G', Value::Int(value)) => {
            let value = super::super::float::int_to_float(value)
                .ok_or_else(super::super::float::int_too_large)?;
            format_float(value, settled, 1000)
        }
        ('e' | 'E' | 'f' | 'F' | 'g' | 'G', other) => Err(wrong_float(other.type_name())),
        _ => Err(unsupported_character(conversion)),
    }
}

fn interpolate(format: &str, values: &[Value]) -> Result<String, Error> {
    let mut values = values.iter();
    let mut out = String::new();
    for piece in pieces(format, false) {
        let conversion = match piece? {
            Piece::Literal(text) => {
                out += text;
                continue;
            }
            Piece::Conversion(conversion) => conversion,
        };
        let mut star = |size: Option<Size>| match size {
            Some(Size::Star) => match values.next() {
                Some(Value::Int(value)) => Ok(value.to_i64().unwrap_or(0)),
                Some(_) => Err(star_wants_int()),
                None => Err(not_enough_arguments()),
            },
            _ => Ok(0),
        };
        let (width, precision) = (star(conversion.width)?, star(conversion.precision)?);
        let settled = conversion.settle(width, precision)?;
        let value = values.next().ok_or_else(not_enough_arguments)?;
        out += &convert(&conversion, &settled, value)?;
    }
    if values.next().is_some() {
        Err(not_all_converted("string"))
    } else {
        Ok(out)
    }
}

#[test]
fn interpolates_as_recorded() {
    check(include_str!("cases/percent.tsv"), 300, |_, arguments| {
        let values: Vec<Value> = arguments[1..]
            .iter()
            .map(|field| Value::read(field))
            .collect();
        outcome(interpolate(&arguments[0], &values), |text| text)
    });
}

#[test]
fn keys_may_nest_parentheses() {
    let key = |format| match pieces(format, true).next() {
        Some(Ok(Piece::Conversion(conversion))) => conversion.key,
        _ => None,
    };
    assert_eq!(key("%(a)s"), Some("a"));
    assert_eq!(key("%(a(b)c)s"), Some("a(b)c"));
    assert_eq!(key("%()s"), Some(""));
    assert_eq!(key("%s"), None);
}

#[test]
fn sizes_are_bounded() {
    for format in [
        "%99999999d",
        "%.99999999d",
        "%.99999999f",
        "%99999999s",
        "%*d",
    ] {
        let values = [Value::Int(i64::MIN.into()), Value::Int(1.into())];
        let values = if format.contains('*') {
            &values[..]
        } else {
            &values[..1]
        };
        assert_eq!(interpolate(format, values), Err(Error::TooLong), "{format}");
    }
}
