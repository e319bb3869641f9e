# The TypeErrors of operators between wrong types.
attempts = [
    lambda: 1 + "a", lambda: "a" + 1, lambda: [] + 1, lambda: None + 1, lambda: "a" - "b", lambda: "a" * 1.5,
    lambda: {} < {}, lambda: 1 < "a", lambda: -"a", lambda: ~1.5, lambda: 1 << -1, lambda: 1 @ 2, lambda: len,
    lambda: "abc"[1.0], lambda: "abc"[9], lambda: (1, 2)[5], lambda: {}["k"], lambda: None[0], lambda: (5).x,
    lambda: "a".push(1), lambda: 5 in 5, lambda: not_defined, lambda: [].__len__(1), lambda: {1}[0], lambda: 1.5 & 1,
]
for attempt in attempts:
    try:
        attempt()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")

# stdout:
#| TypeError: unsupported operand type(s) for +: 'int' and 'str'
#| TypeError: can only concatenate str (not "int") to str
#| TypeError: can only concatenate list (not "int") to list
#| TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
#| TypeError: unsupported operand type(s) for -: 'str' and 'str'
#| TypeError: can't multiply sequence by non-int of type 'float'
#| TypeError: '<' not supported between instances of 'dict' and 'dict'
#| TypeError: '<' not supported between instances of 'int' and 'str'
#| TypeError: bad operand type for unary -: 'str'
#| TypeError: bad operand type for unary ~: 'float'
#| ValueError: negative shift count
#| TypeError: unsupported operand type(s) for @: 'int' and 'int'
#| TypeError: string indices must be integers, not 'float'
#| IndexError: string index out of range
#| IndexError: tuple index out of range
#| KeyError: 'k'
#| TypeError: 'NoneType' object is not subscriptable
#| AttributeError: 'int' object has no attribute 'x'
#| AttributeError: 'str' object has no attribute 'push'
#| TypeError: argument of type 'int' is not iterable
#| NameError: name 'not_defined' is not defined
#| TypeError: expected 0 arguments, got 1
#| TypeError: 'set' object is not subscriptable
#| TypeError: unsupported operand type(s) for &: 'float' and 'int'
# stderr:
#| operator_errors.py:5: SyntaxWarning: str indices must be integers or slices, not float; perhaps you missed a comma?
#|   lambda: "abc"[1.0], lambda: "abc"[9], lambda: (1, 2)[5], lambda: {}["k"], lambda: None[0], lambda: (5).x,
#| operator_errors.py:5: SyntaxWarning: 'NoneType' object is not subscriptable; perhaps you missed a comma?
#|   lambda: "abc"[1.0], lambda: "abc"[9], lambda: (1, 2)[5], lambda: {}["k"], lambda: None[0], lambda: (5).x,
#| operator_errors.py:6: SyntaxWarning: 'set' object is not subscriptable; perhaps you missed a comma?
#|   lambda: "a".push(1), lambda: 5 in 5, lambda: not_defined, lambda: [].__len__(1), lambda: {1}[0], lambda: 1.5 & 1,
