//! From the parser's errors to CPython's messages. What no rule covers is plain "invalid syntax".

use super::super::SyntaxError;
use super::super::source::Source;
use super::extent::Tokens;
use super::targets;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{InterpolatedStringErrorType, ParseError, ParseErrorType};
use ruff_text_size::{TextRange, TextSize};

/// What CPython would say, if it is more than "invalid syntax" at the failing token.
pub(super) fn explain(source: &Source, tokens: &Tokens, error: &ParseError) -> Option<SyntaxError> {
    use ParseErrorType as P;
    let range = error.location;
    let at = tokens.find(range.start());
    if let Some(said) = lambda_in_field(tokens, at) {
        return Some(said);
    }
    if let Some(said) = bare_comprehension_target(tokens, at) {
        return Some(said);
    }
    if let Some(said) = missing_value(tokens, at).or_else(|| missing_in(tokens, at)) {
        return Some(said);
    }
    if tokens.kind(at) == TokenKind::Lpar && at > 0 {
        let lambda = tokens.kind(at - 1) == TokenKind::Lambda;
        let kind = if lambda {
            "Lambda expression"
        } else {
            "Function"
        };
        if lambda || in_parameter(tokens, at) && tokens.kind(at - 1) != TokenKind::Name {
            let message = format!("{kind} parameters cannot be parenthesized");
            return Some(tokens.error(at, tokens.matching(at), message));
        }
    }
    if tokens.kind(at) == TokenKind::Async && tokens.statement_start(at) == at {
        return Some(tokens.generic(at + 1));
    }
    match &error.error {
        P::ExpectedToken { expected, .. } => expected_token(tokens, *expected, at),
        P::SimpleStatementsOnSameLine | P::SimpleAndCompoundStatementOnSameLine => {
            two_statements(tokens, at)
        }
        P::OtherError(text) => other(tokens, text, at, range),
        P::InvalidAssignmentTarget => invalid_target(source, tokens, range),
        P::PositionalAfterKeywordArgument => {
            let end = tokens.enclosing_end(at);
            Some(tokens.error(end, end, "positional argument follows keyword argument"))
        }
        P::PositionalAfterKeywordUnpacking => {
            let end = tokens.enclosing_end(at);
            Some(tokens.error(
                end,
                end,
                "positional argument follows keyword argument unpacking",
            ))
        }
        P::InvalidArgumentUnpackingOrder => {
            let message = "iterable argument unpacking follows keyword argument unpacking";
            Some(tokens.error(
                at.saturating_sub(1),
                tokens.find(range.end()).saturating_sub(1),
                message,
            ))
        }
        P::EmptyImportNames => {
            if tokens.kind(at) != TokenKind::Newline {
                return Some(tokens.generic(at));
            }
            let mut said = tokens.error(at, at, "Expected one or more names after 'import'");
            said.end_column = said.column;
            Some(said)
        }
        P::UnparenthesizedGeneratorExpression => {
            Some(tokens.error_at(range, "Generator expression must be parenthesized"))
        }
        P::UnparenthesizedTupleExpression => (at..)
            .take_while(|i| tokens.range(*i).start() < range.end())
            .find(|i| tokens.kind(*i) == TokenKind::Comma)
            .map(|i| tokens.generic(i)),
        P::InvalidStarredExpressionUsage => {
            let before = at.checked_sub(1).map(|i| tokens.kind(i));
            match before {
                Some(TokenKind::Lpar) => {
                    return Some(tokens.error_at(range, "cannot use starred expression here"));
                }
                Some(TokenKind::If | TokenKind::Elif | TokenKind::While | TokenKind::Colon) => {
                    return Some(tokens.generic(at));
                }
                _ => {}
            }
            Some(tokens.error_at(range, "can't use starred expression here"))
        }
        P::InvalidMatchPatternTarget => Some(tokens.error_at(range, "cannot use '_' as a target")),
        P::IterableUnpackingInComprehension => {
            Some(tokens.error_at(range, "iterable unpacking cannot be used in comprehension"))
        }
        P::FStringError(kind) => fstring(tokens, kind, at),
        P::ExpectedExpression => expected_expression(tokens, at),
        _ => invalid_targets(source, tokens, error).or_else(|| parameters(tokens, error, at)),
    }
}

/// Targets of other statements than plain assignments.
fn invalid_targets(source: &Source, tokens: &Tokens, error: &ParseError) -> Option<SyntaxError> {
    use ParseErrorType as P;
    let range = error.location;
    match &error.error {
        P::InvalidAugmentedAssignmentTarget => {
            let kind = targets::describe(source, range)?;
            Some(tokens.error_at(
                range,
                format!("'{kind}' is an illegal expression for augmented assignment"),
            ))
        }
        P::InvalidAnnotatedAssignmentTarget if let Some(end) = nothing_annotated(tokens, range) => {
            Some(tokens.generic(end))
        }
        P::InvalidAnnotatedAssignmentTarget => Some(match targets::describe(source, range)? {
            kind @ ("tuple" | "list") => tokens.error_at(
                range,
                format!("only single target (not {kind}) can be annotated"),
            ),
            _ => tokens.error_at(range, "illegal target for annotation"),
        }),
        P::InvalidNamedAssignmentTarget => {
            let kind = targets::describe(source, range)?;
            Some(tokens.error_at(
                range,
                format!("cannot use assignment expressions with {kind}"),
            ))
        }
        P::InvalidDeleteTarget => {
            let kind = targets::describe(source, range)?;
            Some(tokens.error_at(range, format!("cannot delete {kind}")))
        }
        _ => None,
    }
}

/// `for key, value in items:` without its `for` looks like an annotation without a type: the place of the missing type.
fn nothing_annotated(tokens: &Tokens, range: TextRange) -> Option<usize> {
    let first = tokens.find(range.start());
    let end = tokens.statement_end(first);
    (tokens.kind(end) == TokenKind::Newline && tokens.kind(end - 1) == TokenKind::Colon)
        .then_some(end - 1)
}

/// `def f(x=)` and `f(x=)`.
fn missing_value(tokens: &Tokens, at: usize) -> Option<SyntaxError> {
    use TokenKind as T;
    let open = tokens.enclosing_start(at)?;
    if at < 2
        || tokens.kind(at - 1) != T::Equal
        || tokens.kind(at - 2) != T::Name
        || tokens.kind(open) != T::Lpar
        || !matches!(tokens.kind(at), T::Rpar | T::Comma)
    {
        return None;
    }
    if tokens.is_parameter_list(open) {
        return Some(tokens.error(at - 1, at - 1, "expected default value expression"));
    }
    let called = open > 0 && matches!(tokens.kind(open - 1), T::Name | T::Rpar | T::Rsqb);
    called.then(|| tokens.error(at - 2, at - 1, "expected argument value expression"))
}

/// `[x for x items]`: the targets of a comprehension that no `in` follows.
fn missing_in(tokens: &Tokens, at: usize) -> Option<SyntaxError> {
    use TokenKind as T;
    let open = tokens.enclosing_start(at)?;
    let place = (open..at).rev().find(|i| {
        matches!(tokens.kind(*i), T::For | T::In | T::If)
            && tokens.enclosing_start(*i) == Some(open)
    })?;
    let targets = tokens.kind(place) == T::For
        && place + 1 < at
        && (place + 1..at).all(|i| {
            matches!(tokens.kind(i), T::Name | T::Comma | T::Dot)
                || matches!(tokens.kind(i), T::Lpar | T::Rpar | T::Lsqb | T::Rsqb)
                || tokens.enclosing_start(i) != Some(open)
                || tokens.kind(i).is_soft_keyword()
        });
    let names = (place + 1..at)
        .filter(|i| tokens.kind(*i) != T::Comma)
        .count()
        > 0;
    (targets && names && tokens.kind(at) != T::In)
        .then(|| tokens.error(at, at, "'in' expected after for-loop variables"))
}

/// Parameter lists.
fn parameters(tokens: &Tokens, error: &ParseError, at: usize) -> Option<SyntaxError> {
    use ParseErrorType as P;
    let range = error.location;
    match &error.error {
        P::NonDefaultParamAfterDefaultParam => Some(tokens.error_at(
            range,
            "parameter without a default follows parameter with a default",
        )),
        P::ExpectedKeywordParam => bare_star(tokens, at),
        P::ParamAfterVarKeywordParam => {
            Some(tokens.error(at, at, "arguments cannot follow var-keyword argument"))
        }
        P::VarParameterWithDefault => {
            let keyword = (0..at).rev().find_map(|i| match tokens.kind(i) {
                TokenKind::Star => Some("positional"),
                TokenKind::DoubleStar => Some("keyword"),
                _ => None,
            });
            let kind = keyword.unwrap_or("positional");
            let message = format!("var-{kind} argument cannot have default value");
            Some(tokens.error(at, at, message))
        }
        _ => None,
    }
}

fn expected_token(tokens: &Tokens, expected: TokenKind, at: usize) -> Option<SyntaxError> {
    use TokenKind as T;
    let found = tokens.kind(at);
    let first = tokens.kind(tokens.statement_start(at));
    if expected == T::Colon && tokens.level(at) == 0 {
        let forced = matches!(first, T::Else | T::Try | T::Finally | T::Def | T::Async);
        if found == T::Newline || forced {
            return Some(tokens.error(at, at, "expected ':'"));
        }
    }
    if found == T::Equal && matches!(first, T::If | T::Elif | T::While) {
        return assignment_in_test(tokens, at);
    }
    if found.as_augmented_assign_operator().is_some() {
        let start = tokens.statement_start(at);
        let message = "'tuple' is an illegal expression for augmented assignment";
        return Some(tokens.error(start, at - 1, message));
    }
    match expected {
        T::Lpar => return Some(tokens.error(at, at, "expected '('")),
        T::Else if found == T::Colon => return Some(tokens.generic(at)),
        T::Else => {
            let condition = (0..at).rev().find(|i| tokens.kind(*i) == T::If)?;
            let start = tokens.expression_start(condition);
            return Some(tokens.error(start, at - 1, "expected 'else' after 'if' expression"));
        }
        T::Colon if found == T::Rbrace || found == T::Comma => {
            return Some(no_colon_in_dict(tokens, at));
        }
        _ => {}
    }
    if found == T::Equal && tokens.level(at) > 0 {
        return assignment_in_test(tokens, at);
    }
    forgotten_comma(tokens, at)
}

/// `{"a": 1, "b" 2}`: the error is at the end of the key.
fn no_colon_in_dict(tokens: &Tokens, at: usize) -> SyntaxError {
    let end = tokens.range(at - 1).end();
    let last = TextRange::new(end - TextSize::new(1), end);
    let mut said = tokens.error_at(last, "':' expected after dictionary key");
    said.end_column = 0;
    said
}

/// Whether a token follows a key of a dict that has a pair already.
fn after_key_of_dict(tokens: &Tokens, at: usize) -> bool {
    use TokenKind as T;
    let Some(open) = tokens
        .enclosing_start(at)
        .filter(|i| tokens.kind(*i) == T::Lbrace)
    else {
        return false;
    };
    if open > 0 && matches!(tokens.kind(open - 1), T::FStringStart | T::FStringMiddle) {
        return false;
    }
    let own = |i: &usize| tokens.enclosing_start(*i) == Some(open);
    let comma = (open..at)
        .rev()
        .filter(own)
        .find(|i| tokens.kind(*i) == T::Comma);
    let colon = (open..at)
        .rev()
        .filter(own)
        .find(|i| tokens.kind(*i) == T::Colon);
    matches!((comma, colon), (Some(comma), Some(colon)) if colon < comma)
}

/// `x = 3` where an expression stands.
fn assignment_in_test(tokens: &Tokens, at: usize) -> Option<SyntaxError> {
    let start = tokens.expression_start(at);
    // The condition of a comprehension takes no name with a value.
    if start > 0 && tokens.kind(start - 1) == TokenKind::If && tokens.level(at) > 0 {
        return None;
    }
    let range = tokens.range(start).cover(tokens.range(at - 1));
    let after = tokens.expression_end(at + 1);
    if start + 1 == at && tokens.kind(start) == TokenKind::Name {
        let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
        return Some(tokens.error(start, after, message));
    }
    if !targets::maybe_comparison(tokens.source, range) {
        return None;
    }
    let kind = targets::describe(tokens.source, range)?;
    Some(tokens.error_at(
        range,
        format!("cannot assign to {kind} here. Maybe you meant '==' instead of '='?"),
    ))
}

/// `from a import b,` and `import a,`
fn trailing_comma(tokens: &Tokens, comma: usize) -> SyntaxError {
    let from = tokens.kind(tokens.statement_start(comma)) == TokenKind::From;
    let message = match from && tokens.kind(comma + 1) == TokenKind::Newline {
        true => "trailing comma not allowed without surrounding parentheses",
        false => "invalid syntax",
    };
    tokens.error(comma + 1, comma + 1, message)
}

/// Whether a token stands where the name of a parameter does.
fn in_parameter(tokens: &Tokens, at: usize) -> bool {
    use TokenKind as T;
    let Some(open) = tokens
        .enclosing_start(at)
        .filter(|open| tokens.is_parameter_list(*open))
    else {
        return false;
    };
    let last = (open..at).rev().find(|i| {
        *i == open
            || matches!(tokens.kind(*i), T::Comma | T::Colon | T::Equal)
                && tokens.enclosing_start(*i) == Some(open)
    });
    last.is_some_and(|i| matches!(tokens.kind(i), T::Comma | T::Lpar))
}

/// Two expressions side by side within brackets.
fn forgotten_comma(tokens: &Tokens, at: usize) -> Option<SyntaxError> {
    if at == 0 || !tokens.starts_expression(at) || tokens.level(at) == 0 {
        return None;
    }
    if in_parameter(tokens, at) {
        return None;
    }
    if after_key_of_dict(tokens, at) {
        return Some(no_colon_in_dict(tokens, at));
    }
    let start = tokens.expression_start(at);
    // After these CPython has decided what it reads, and looks no further.
    let decided = start > 0 && matches!(tokens.kind(start - 1), TokenKind::In | TokenKind::Else);
    let kind = tokens.kind(start);
    let legacy = start + 1 == at && matches!(tokens.text(start), "print" | "exec");
    let named_string = kind == TokenKind::Name && tokens.kind(start + 1) == TokenKind::String;
    if decided
        || start >= at
        || kind.is_soft_keyword()
        || legacy
        || named_string
        || !tokens.starts_expression(start)
    {
        return None;
    }
    let end = tokens.expression_end(at);
    Some(tokens.error(start, end, "invalid syntax. Perhaps you forgot a comma?"))
}

fn two_statements(tokens: &Tokens, at: usize) -> Option<SyntaxError> {
    let start = tokens.statement_start(at);
    let name = tokens.text(start);
    if start + 1 == at && matches!(name, "print" | "exec") && tokens.starts_expression(at) {
        let end = tokens.statement_end(at) - 1;
        let message = format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
        return Some(tokens.error(start, end, message));
    }
    if tokens.kind(start) == TokenKind::Import && tokens.kind(at) == TokenKind::From {
        let end = tokens.statement_end(at) - 1;
        return Some(tokens.error(
            start,
            end,
            "Did you mean to use 'from ... import ...' instead?",
        ));
    }
    None
}

fn other(tokens: &Tokens, text: &str, at: usize, range: TextRange) -> Option<SyntaxError> {
    if tokens.kind(at) == TokenKind::ColonEqual && at > 0 && tokens.kind(at - 1) == TokenKind::Rpar
    {
        let start = tokens.expression_start(at);
        let whole = tokens.matching(start) == at - 1;
        let (first, last) = if whole {
            (start + 1, at - 2)
        } else {
            (start, at - 1)
        };
        let target = tokens.range(first).cover(tokens.range(last));
        let kind = targets::describe(tokens.source, target)?;
        return Some(tokens.error_at(
            target,
            format!("cannot use assignment expressions with {kind}"),
        ));
    }
    if let Some(what) = text.strip_prefix("Expected an indented block after ") {
        return Some(missing_block(tokens, what, at));
    }
    if text.starts_with("Expected `except` or `finally`") {
        let said = tokens.error(at, at, "expected 'except' or 'finally' block");
        return Some(match tokens.kind(at) {
            TokenKind::EndOfFile => at_the_end(tokens, said),
            _ => said,
        });
    }
    if text.starts_with("Trailing comma not allowed") && tokens.kind(at) == TokenKind::Comma {
        return Some(trailing_comma(tokens, at));
    }
    if text.starts_with("Cannot have both 'except' and 'except*'") {
        let message = "cannot have both 'except' and 'except*' on the same 'try'";
        return Some(tokens.error(at, at, message));
    }
    if text.starts_with("Only one '*' parameter") {
        return Some(tokens.error(at, at, "* argument may appear only once"));
    }
    if text.starts_with("Only one '/' separator") {
        return Some(tokens.error(at, at, "/ may appear only once"));
    }
    if text.starts_with("Only single target") {
        if let Some(end) = nothing_annotated(tokens, range) {
            return Some(tokens.generic(end));
        }
        return Some(tokens.error_at(range, text.replacen("Only", "only", 1)));
    }
    if text.starts_with("Expected a parameter name") {
        let equal =
            (at..).find(|i| matches!(tokens.kind(*i), TokenKind::Equal | TokenKind::EndOfFile))?;
        let name = tokens.text(at);
        if equal == at + 1 && matches!(name, "True" | "False" | "None") {
            return Some(tokens.error(at, equal, format!("cannot assign to {name}")));
        }
        let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
        return Some(tokens.error(at, equal, message));
    }
    if text.starts_with("Star import must be the only import") {
        let comma =
            (at..).find(|i| matches!(tokens.kind(*i), TokenKind::Comma | TokenKind::EndOfFile))?;
        return Some(tokens.generic(comma));
    }
    None
}

/// What a block belongs to, in CPython's words.
fn block_owner(what: &str) -> String {
    match what {
        "`class` definition" => "class definition".into(),
        other => other
            .replace('`', "'")
            .replace(" clause", " statement")
            .replace(" block", " statement"),
    }
}

fn missing_block(tokens: &Tokens, what: &str, at: usize) -> SyntaxError {
    let mut header = tokens.line_start(at.saturating_sub(1));
    // The block may be missing at the end of the program: its header is the line before.
    if tokens.kind(at) == TokenKind::EndOfFile {
        let newline = (0..at)
            .rev()
            .find(|i| tokens.kind(*i) == TokenKind::Newline);
        header = tokens.line_start(newline.unwrap_or(0));
    }
    let line = tokens.source.line_of(tokens.range(header).start());
    let mut said = tokens.error(at, at, String::new());
    if tokens.dedents_at(tokens.range(at).start()) {
        said.column = 0;
        said.end_column = 0;
    }
    said.kind = "IndentationError";
    said.message = format!(
        "expected an indented block after {} on line {line}",
        block_owner(what)
    );
    if matches!(tokens.kind(at), TokenKind::EndOfFile | TokenKind::Newline) {
        said = at_the_end(tokens, said);
        // What `compile` reports; a traceback shows no mark there.
        said.column = said.text.chars().count() as u32 + 1;
    }
    said
}

/// Of what is missing at the end of the program CPython shows the last line, without a mark.
fn at_the_end(tokens: &Tokens, mut said: SyntaxError) -> SyntaxError {
    let last = tokens.source.line_count();
    said.line = last;
    said.column = 0;
    said.end_column = 0;
    said.text = tokens.source.line_text(last).to_owned();
    said
}

fn invalid_target(source: &Source, tokens: &Tokens, range: TextRange) -> Option<SyntaxError> {
    let kind = targets::describe(source, range)?;
    if kind == "yield expression" {
        return Some(tokens.error_at(range, "assignment to yield expression not possible"));
    }
    let first = tokens.find(range.start());
    let after = tokens.find(range.end());
    let whole = tokens.statement_start(first) == first && tokens.kind(after) == TokenKind::Equal;
    let operand = whole && {
        let end = tokens.expression_end(after + 1);
        !matches!(
            tokens.kind(end + 1),
            TokenKind::Equal | TokenKind::ColonEqual
        )
    };
    if operand && targets::maybe_comparison(source, range) {
        let message = format!("cannot assign to {kind} here. Maybe you meant '==' instead of '='?");
        return Some(tokens.error_at(range, message));
    }
    Some(tokens.error_at(range, format!("cannot assign to {kind}")))
}

fn bare_star(tokens: &Tokens, at: usize) -> Option<SyntaxError> {
    let star = (0..=at)
        .rev()
        .find(|i| tokens.kind(*i) == TokenKind::Star)?;
    Some(tokens.error(star, star, "named arguments must follow bare *"))
}

fn fstring(tokens: &Tokens, kind: &InterpolatedStringErrorType, at: usize) -> Option<SyntaxError> {
    use InterpolatedStringErrorType as F;
    match kind {
        F::UnclosedLbrace => forgotten_comma(tokens, at).or_else(|| {
            let mut said = tokens.error(at, at, "f-string: expecting '}'");
            if tokens.kind(at) != TokenKind::FStringEnd {
                said.message = "f-string: expecting '=', or '!', or ':', or '}'".into();
            }
            Some(said)
        }),
        F::InvalidConversionFlag => {
            let name = tokens.text(at);
            let message = format!(
                "f-string: invalid conversion character '{name}': expected 's', 'r', or 'a'"
            );
            Some(tokens.error(at, at, message))
        }
        F::LambdaWithoutParentheses => Some(tokens.error(
            at,
            at,
            "f-string: lambda expressions are not allowed without parentheses",
        )),
        F::ConversionFlagNotImmediatelyAfterExclamation => {
            let message = "f-string: conversion type must come right after the exclamation mark";
            Some(tokens.error(at, at, message))
        }
        _ => None,
    }
}

/// `[x, y for …]`: several targets want parentheses.
fn bare_comprehension_target(tokens: &Tokens, at: usize) -> Option<SyntaxError> {
    use TokenKind as T;
    if tokens.kind(at) != T::For {
        return None;
    }
    let (mut depth, mut comma) = (0, false);
    let open = (0..at).rev().find(|i| {
        match tokens.kind(*i) {
            T::Rpar | T::Rsqb | T::Rbrace => depth += 1,
            T::Lpar | T::Lsqb | T::Lbrace if depth == 0 => return true,
            T::Lpar | T::Lsqb | T::Lbrace => depth -= 1,
            // A dict, or a second `for`: something else is wrong.
            T::Colon | T::For | T::DoubleStar | T::EndOfFile if depth == 0 => return true,
            T::Comma if depth == 0 => comma = true,
            _ => {}
        }
        false
    })?;
    if !comma || !matches!(tokens.kind(open), T::Lsqb | T::Lbrace) {
        return None;
    }
    let message = "did you forget parentheses around the comprehension target?";
    Some(tokens.error(open + 1, at - 1, message))
}

/// A lambda in a replacement field: its colon begins the format specification.
fn lambda_in_field(tokens: &Tokens, at: usize) -> Option<SyntaxError> {
    use TokenKind as T;
    let start = tokens.line_start(at);
    let lambda = (start + 2..=at).rev().find(|i| {
        tokens.kind(*i) == T::Lambda
            && tokens.kind(i - 1) == T::Lbrace
            && matches!(tokens.kind(i - 2), T::FStringStart | T::FStringMiddle)
    })?;
    let colon = (lambda..).find(|i| matches!(tokens.kind(*i), T::Colon | T::EndOfFile))?;
    let message = "f-string: lambda expressions are not allowed without parentheses";
    Some(tokens.error(lambda, colon, message))
}

fn expected_expression(tokens: &Tokens, at: usize) -> Option<SyntaxError> {
    use TokenKind as T;
    let before = if at > 0 {
        tokens.kind(at - 1)
    } else {
        T::EndOfFile
    };
    let found = tokens.kind(at);
    let in_field = before == T::Lbrace
        && at > 1
        && matches!(tokens.kind(at - 2), T::FStringStart | T::FStringMiddle);
    if in_field && matches!(found, T::Rbrace | T::Exclamation | T::Colon | T::Equal) {
        let text = tokens.text(at);
        return Some(tokens.error(
            at,
            at,
            format!("f-string: valid expression required before '{text}'"),
        ));
    }
    if before == T::Less && found == T::Greater {
        return Some(tokens.error(at - 1, at, "invalid syntax"));
    }
    if before == T::Rarrow {
        return Some(tokens.error(at - 1, at - 1, "expected ':'"));
    }
    if before == T::Star
        && found == T::Rpar
        && at > 1
        && matches!(tokens.kind(at - 2), T::Lpar | T::Comma)
    {
        return Some(tokens.error(at, at, "Invalid star expression"));
    }
    if before == T::Colon && matches!(found, T::Rbrace | T::Comma) && tokens.level(at) > 0 {
        return Some(tokens.error(
            at - 1,
            at - 1,
            "expression expected after dictionary key and ':'",
        ));
    }
    None
}
