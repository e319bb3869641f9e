# A SyntaxError that a program makes itself: its place is in its str and in its traceback, with the marked text.
import sys
import traceback


class Mistake(SyntaxError):
    pass


sys.tracebacklimit = 0
for args in (
    ("a",),
    (),
    ("m", ("f", 1, 2, "text")),
    ("m", ("f", 1, 2, None)),
    ("m", ("f", None, None, None)),
    ("m", ("f", 1, 2, "ab")),
    ("m", (None, 1, 2, "ab c")),
    ("m", (None, None, 2, "ab c")),
    ("m", ("f", 2, 1, "   ab c\n", 2, 3)),
    ("m", ("f", 2, 0, "   ab c\n", 2, 3)),
    ("m", ("f", 2, 6, "   ab\tc\n", 3, 3)),
    ("m", ("f", 2, None, "abc")),
    ("m", ("f", 2, -1, "abc")),
    ("m", ("f", 2, 5, "  abcdef  ", 2, 5)),
    ("m", ("f", 2, 5, "  abcdef  ", 2, -1)),
    ("m", ("f", 2, 5, "  abcdef  ", 2, 40)),
    ("m", ("/a/b/f.py", 2, 1, "x")),
    (None, ("f", 2, 5, "x")),
    (1, ("f", 2, 5, "x")),
    ("m", ("f", 2, 20, "x")),
    ("m", ("f", 2, -(2**63), "abc", 2, 2**63 - 1)),
):
    try:
        raise Mistake(*args)
    except SyntaxError as error:
        print(args, str(error), error.msg, error.lineno, error.offset, error.end_offset)
        traceback.print_exc(file=sys.stdout)
        print(traceback.format_exception_only(error))

error = SyntaxError("later")
error.filename, error.lineno, error.offset, error.text = "later.py", 7, 3, "a b c"
print(error)
error.add_note("a note")
del sys.tracebacklimit
raise error

# stdout:
#| ('a',) a a None None None
#| Mistake: a
#| ['Mistake: a\n']
#| () None None None None None
#| Mistake: <no detail available>
#| ['Mistake: <no detail available>\n']
#| ('m', ('f', 1, 2, 'text')) m (f, line 1) m 1 2 None
#|   File "f", line 1
#|     text
#|      ^^^
#| Mistake: m
#| ['  File "f", line 1\n', '    text\n', '     ^^^\n', 'Mistake: m\n']
#| ('m', ('f', 1, 2, None)) m (f, line 1) m 1 2 None
#|   File "f", line 1
#| Mistake: m
#| ['  File "f", line 1\n', 'Mistake: m\n']
#| ('m', ('f', None, None, None)) m (f) m None None None
#| Mistake: m (f)
#| ['Mistake: m (f)\n']
#| ('m', ('f', 1, 2, 'ab')) m (f, line 1) m 1 2 None
#|   File "f", line 1
#|     ab
#|      ^
#| Mistake: m
#| ['  File "f", line 1\n', '    ab\n', '     ^\n', 'Mistake: m\n']
#| ('m', (None, 1, 2, 'ab c')) m (line 1) m 1 2 None
#|   File "<string>", line 1
#|     ab c
#|      ^^^
#| Mistake: m
#| ['  File "<string>", line 1\n', '    ab c\n', '     ^^^\n', 'Mistake: m\n']
#| ('m', (None, None, 2, 'ab c')) m m None 2 None
#|     ab c
#|      ^
#| Mistake: m
#| ['    ab c\n', '     ^\n', 'Mistake: m\n']
#| ('m', ('f', 2, 1, '   ab c\n', 2, 3)) m (f, line 2) m 2 1 3
#|   File "f", line 2
#|     ab c
#| Mistake: m
#| ['  File "f", line 2\n', '    ab c\n', 'Mistake: m\n']
#| ('m', ('f', 2, 0, '   ab c\n', 2, 3)) m (f, line 2) m 2 0 3
#|   File "f", line 2
#|     ab c
#| Mistake: m
#| ['  File "f", line 2\n', '    ab c\n', 'Mistake: m\n']
#| ('m', ('f', 2, 6, '   ab\tc\n', 3, 3)) m (f, line 2) m 2 6 3
#|   File "f", line 2
#|     ab	c
#|       ^^
#| Mistake: m
#| ['  File "f", line 2\n', '    ab\tc\n', '      ^^\n', 'Mistake: m\n']
#| ('m', ('f', 2, None, 'abc')) m (f, line 2) m 2 None None
#|   File "f", line 2
#|     abc
#| Mistake: m
#| ['  File "f", line 2\n', '    abc\n', 'Mistake: m\n']
#| ('m', ('f', 2, -1, 'abc')) m (f, line 2) m 2 -1 None
#|   File "f", line 2
#|     abc
#| Mistake: m
#| ['  File "f", line 2\n', '    abc\n', 'Mistake: m\n']
#| ('m', ('f', 2, 5, '  abcdef  ', 2, 5)) m (f, line 2) m 2 5 5
#|   File "f", line 2
#|     abcdef  
#|       ^
#| Mistake: m
#| ['  File "f", line 2\n', '    abcdef  \n', '      ^\n', 'Mistake: m\n']
#| ('m', ('f', 2, 5, '  abcdef  ', 2, -1)) m (f, line 2) m 2 5 -1
#|   File "f", line 2
#|     abcdef  
#|       ^
#| Mistake: m
#| ['  File "f", line 2\n', '    abcdef  \n', '      ^\n', 'Mistake: m\n']
#| ('m', ('f', 2, 5, '  abcdef  ', 2, 40)) m (f, line 2) m 2 5 40
#|   File "f", line 2
#|     abcdef  
#|       ^^^^^^
#| Mistake: m
#| ['  File "f", line 2\n', '    abcdef  \n', '      ^^^^^^\n', 'Mistake: m\n']
#| ('m', ('/a/b/f.py', 2, 1, 'x')) m (f.py, line 2) m 2 1 None
#|   File "/a/b/f.py", line 2
#|     x
#|     ^
#| Mistake: m
#| ['  File "/a/b/f.py", line 2\n', '    x\n', '    ^\n', 'Mistake: m\n']
#| (None, ('f', 2, 5, 'x')) None (f, line 2) None 2 5 None
#|   File "f", line 2
#|     x
#|      ^
#| Mistake: <no detail available>
#| ['  File "f", line 2\n', '    x\n', '     ^\n', 'Mistake: <no detail available>\n']
#| (1, ('f', 2, 5, 'x')) 1 (f, line 2) 1 2 5 None
#|   File "f", line 2
#|     x
#|      ^
#| Mistake: 1
#| ['  File "f", line 2\n', '    x\n', '     ^\n', 'Mistake: 1\n']
#| ('m', ('f', 2, 20, 'x')) m (f, line 2) m 2 20 None
#|   File "f", line 2
#|     x
#|      ^
#| Mistake: m
#| ['  File "f", line 2\n', '    x\n', '     ^\n', 'Mistake: m\n']
#| ('m', ('f', 2, -9223372036854775808, 'abc', 2, 9223372036854775807)) m (f, line 2) m 2 -9223372036854775808 9223372036854775807
#|   File "f", line 2
#|     abc
#| Mistake: m
#| ['  File "f", line 2\n', '    abc\n', 'Mistake: m\n']
#| later (later.py, line 7)
# stderr:
#| Traceback (most recent call last):
#|   File "syntax_error_by_hand.py", line 46, in <module>
#|     raise error
#|   File "later.py", line 7
#|     a b c
#|       ^^^
#| SyntaxError: later
#| a note
# exit: 1
