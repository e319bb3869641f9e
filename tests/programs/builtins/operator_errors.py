# The TypeErrors of operators between wrong types.
text, pair, none, number, table, group, f = "abc", (1, 2), None, 5, {}, {1}, 1.5
attempts = [
    lambda: 1 + "a", lambda: "a" + 1, lambda: [] + 1, lambda: None + 1, lambda: "a" - "b", lambda: "a" * 1.5,
    lambda: {} < {}, lambda: 1 < "a", lambda: -"a", lambda: ~1.5, lambda: 1 << -1, lambda: 1 @ 2,
    lambda: text[f], lambda: text[9], lambda: pair[5], lambda: table["k"], lambda: none[0], lambda: number.x,
    lambda: text.push(1), lambda: 5 in number, lambda: not_defined, lambda: [].__len__(1), lambda: group[0], lambda: f & 1,
    lambda: number(), lambda: text(), lambda: none(), lambda: pair.x, lambda: text[1:"a"], lambda: pair + [1],
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
#| TypeError: 'int' object is not callable
#| TypeError: 'str' object is not callable
#| TypeError: 'NoneType' object is not callable
#| AttributeError: 'tuple' object has no attribute 'x'
#| TypeError: slice indices must be integers or None or have an __index__ method
#| TypeError: can only concatenate tuple (not "list") to tuple
