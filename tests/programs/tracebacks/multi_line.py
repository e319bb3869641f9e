# A statement over several lines: which of them a traceback shows.
def combine(a, b, c):
    return (
        a
        + b
        + c
    )

result = combine(
    1,
    2,
    "three",
)

# stdout:
# stderr:
#| Traceback (most recent call last):
#|   File "multi_line.py", line 9, in <module>
#|     result = combine(
#|         1,
#|         2,
#|         "three",
#|     )
#|   File "multi_line.py", line 4, in combine
#|     a
#|     ~
#|     + b
#|     ~~~
#|     + c
#|     ^~~
#| TypeError: unsupported operand type(s) for +: 'int' and 'str'
# exit: 1
