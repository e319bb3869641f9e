//! f-strings, `%` formatting of literals, docstrings and annotations as text.

use super::super::code::{Const, Conversion, Op};
use super::super::source::Loc;
use super::{Compiler, Result, STACK_USE};
use ruff_python_ast::{self as ast, ConversionFlag, Expr, FStringPart, InterpolatedStringElement};
use ruff_text_size::{Ranged, TextRange};

/// A piece of a formatted string.
pub(super) enum Part<'a> {
    Text(String, TextRange),
    Field {
        value: &'a Expr,
        conversion: Option<Conversion>,
        spec: Option<(Vec<Part<'a>>, TextRange)>,
        range: TextRange,
    },
}

impl<'a> Compiler<'a> {
    pub(super) fn fstring(&mut self, e: &'a ast::ExprFString, loc: Loc) -> Result {
        let mut parts = Vec::new();
        for part in e.value.iter() {
            match part {
                FStringPart::Literal(text) => push_text(&mut parts, &text.value, text.range()),
                FStringPart::FString(f) => elements(&mut parts, &f.elements),
            }
        }
        self.formatted(&parts, loc)
    }

    /// Pushes a formatted string.
    pub(super) fn formatted(&mut self, parts: &[Part<'a>], loc: Loc) -> Result {
        if parts.len() > STACK_USE {
            self.constant(Const::Str("".into()), loc);
            self.load_attr("join", true, loc);
            self.emit(Op::BuildList, 0, loc);
            for part in parts {
                self.part(part)?;
                self.emit(Op::ListAppend, 1, loc);
            }
            self.emit(Op::Call, 1, loc);
            return Ok(());
        }
        parts.iter().try_for_each(|p| self.part(p))?;
        match parts.len() {
            0 => self.constant(Const::Str("".into()), loc),
            1 => {}
            n => self.emit(Op::BuildString, n as u32, loc),
        }
        Ok(())
    }

    fn part(&mut self, part: &Part<'a>) -> Result {
        match part {
            Part::Text(text, range) => {
                let loc = self.source.loc_of(*range);
                self.constant(Const::Str(text.as_str().into()), loc);
            }
            Part::Field {
                value,
                conversion,
                spec,
                range,
            } => {
                let loc = self.source.loc_of(*range);
                self.expr(value)?;
                if let Some(conversion) = conversion {
                    self.emit(Op::ConvertValue, *conversion as u32, loc);
                }
                match spec {
                    Some((spec, range)) => {
                        let at = self.source.loc_of(*range);
                        self.formatted(spec, at)?;
                        self.op(Op::FormatWithSpec, loc);
                    }
                    None => self.op(Op::FormatSimple, loc),
                }
            }
        }
        Ok(())
    }

    /// The parts of `"…" % (…)` if every directive is `%s`, `%r` or `%a`.
    pub(super) fn percent_format(
        &self,
        e: &'a ast::ExprBinOp,
        _outermost: bool,
    ) -> Option<Vec<Part<'a>>> {
        let (Expr::StringLiteral(format), Expr::Tuple(values)) = (&*e.left, &*e.right) else {
            return None;
        };
        if e.op != ast::Operator::Mod || values.elts.iter().any(Expr::is_starred_expr) {
            return None;
        }
        percent_parts(format.value.to_str(), &values.elts, format.range())
    }
}

fn push_text(parts: &mut Vec<Part>, text: &str, range: TextRange) {
    if text.is_empty() {
        return;
    }
    match parts.last_mut() {
        Some(Part::Text(before, whole)) => {
            before.push_str(text);
            *whole = whole.cover(range);
        }
        _ => parts.push(Part::Text(text.to_owned(), range)),
    }
}

fn elements<'a>(parts: &mut Vec<Part<'a>>, list: &'a ast::InterpolatedStringElements) {
    for element in list {
        match element {
            InterpolatedStringElement::Literal(text) => push_text(parts, &text.value, text.range()),
            InterpolatedStringElement::Interpolation(field) => {
                let mut conversion = match field.conversion {
                    ConversionFlag::None => None,
                    ConversionFlag::Str => Some(Conversion::Str),
                    ConversionFlag::Repr => Some(Conversion::Repr),
                    ConversionFlag::Ascii => Some(Conversion::Ascii),
                };
                if let Some(debug) = &field.debug_text {
                    push_text(parts, debug.as_str(), field.range);
                    if conversion.is_none() && field.format_spec.is_none() {
                        conversion = Some(Conversion::Repr);
                    }
                }
                let spec = field.format_spec.as_ref().map(|spec| {
                    let mut inner = Vec::new();
                    elements(&mut inner, &spec.elements);
                    (inner, spec.range)
                });
                parts.push(Part::Field {
                    value: &field.expression,
                    conversion,
                    spec,
                    range: field.range,
                });
            }
        }
    }
}

fn percent_parts<'a>(format: &str, values: &'a [Expr], range: TextRange) -> Option<Vec<Part<'a>>> {
    let mut parts = Vec::new();
    let mut values = values.iter();
    let mut chars = format.chars().peekable();
    let mut text = String::new();
    while let Some(c) = chars.next() {
        if c != '%' {
            text.push(c);
            continue;
        }
        if chars.next_if_eq(&'%').is_some() {
            text.push('%');
            continue;
        }
        let left = chars.next_if_eq(&'-').is_some();
        let digits = |chars: &mut std::iter::Peekable<std::str::Chars>| {
            let mut found = String::new();
            while let Some(d) = chars.next_if(char::is_ascii_digit) {
                found.push(d);
            }
            (found.len() <= 3).then_some(found)
        };
        if chars.peek() == Some(&'0') {
            return None;
        }
        let width = digits(&mut chars)?;
        let mut precision = String::new();
        if chars.next_if_eq(&'.').is_some() {
            precision = format!(".{}", digits(&mut chars)?);
            if precision == "." {
                precision.push('0');
            }
        }
        let conversion = match chars.next()? {
            's' => Conversion::Str,
            'r' => Conversion::Repr,
            'a' => Conversion::Ascii,
            _ => return None,
        };
        let align = if !left && !width.is_empty() { ">" } else { "" };
        let spec = format!("{align}{width}{precision}");
        push_text(&mut parts, &std::mem::take(&mut text), range);
        let value = values.next()?;
        let spec = (!spec.is_empty()).then(|| (vec![Part::Text(spec, range)], range));
        parts.push(Part::Field {
            value,
            conversion: Some(conversion),
            spec,
            range: value.range(),
        });
    }
    push_text(&mut parts, &text, range);
    values.next().is_none().then_some(parts)
}

/// A docstring without the indentation of its lines, as CPython 3.13 stores it.
pub(super) fn clean_doc(doc: &str) -> String {
    let expanded = expand_tabs(doc);
    let mut lines = expanded.split('\n');
    let first = lines.next().unwrap_or_default();
    let margin = lines
        .clone()
        .filter(|l| !l.trim_start_matches(' ').is_empty())
        .map(|l| l.len() - l.trim_start_matches(' ').len())
        .min()
        .unwrap_or(0);
    let mut text = first.trim_start_matches(' ').to_owned();
    for line in lines {
        let indent = line.len() - line.trim_start_matches(' ').len();
        text.push('\n');
        text.push_str(&line[indent.min(margin)..]);
    }
    text
}

fn expand_tabs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' => {
                let pad = 8 - column % 8;
                out.extend(std::iter::repeat_n(' ', pad));
                column += pad;
            }
            '\n' | '\r' => {
                out.push(c);
                column = 0;
            }
            c => {
                out.push(c);
                column += 1;
            }
        }
    }
    out
}

/// An annotation as text: its source on one line.
pub(super) fn annotation_text(source: &str) -> String {
    source
        .split('\n')
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ")
}
