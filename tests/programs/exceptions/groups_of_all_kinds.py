# Exception groups: except*, split, subgroup, derive, and how an uncaught one is printed.
def boom(n):
    raise ValueError(f"bad {n}")
errors = []
for i in range(2):
    try: boom(i)
    except ValueError as e: errors.append(e)
eg = ExceptionGroup("many", errors + [TypeError("t"), ExceptionGroup("inner", [OSError("io")])])
print(eg, repr(eg), len(eg.exceptions), eg.message)
try:
    raise eg
except* ValueError as g:
    print("VE", g.exceptions)
except* TypeError as g:
    print("TE", g)
except* OSError as g:
    print("OS", repr(g))
try:
    raise ValueError("single")
except* ValueError as g:
    print(repr(g))
m, rest = eg.split(ValueError)
print(repr(m), repr(rest))
print(eg.subgroup(lambda e: isinstance(e, OSError)))
print(eg.derive([KeyError("x")]))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError:
        raise RuntimeError("new")
except ExceptionGroup as g:
    print(repr(g))
try: ExceptionGroup("x", [])
except ValueError as e: print(e)
try: ExceptionGroup("x", [1])
except ValueError as e: print(e)
print(type(BaseExceptionGroup("x", [ValueError()])), type(BaseExceptionGroup("x", [KeyboardInterrupt()])))
raise eg

# stdout:
#| many (4 sub-exceptions) ExceptionGroup('many', [ValueError('bad 0'), ValueError('bad 1'), TypeError('t'), ExceptionGroup('inner', [OSError('io')])]) 4 many
#| VE (ValueError('bad 0'), ValueError('bad 1'))
#| TE many (1 sub-exception)
#| OS ExceptionGroup('many', [ExceptionGroup('inner', [OSError('io')])])
#| ExceptionGroup('', (ValueError('single'),))
#| ExceptionGroup('many', [ValueError('bad 0'), ValueError('bad 1')]) ExceptionGroup('many', [TypeError('t'), ExceptionGroup('inner', [OSError('io')])])
#| many (1 sub-exception)
#| many (1 sub-exception)
#| ExceptionGroup('', [RuntimeError('new'), ExceptionGroup('g', [KeyError(2)])])
#| second argument (exceptions) must be a non-empty sequence
#| Item 0 of second argument (exceptions) is not an exception
#| <class 'ExceptionGroup'> <class 'BaseExceptionGroup'>
# stderr:
#|   + Exception Group Traceback (most recent call last):
#|   |   File "groups_of_all_kinds.py", line 38, in <module>
#|   |     raise eg
#|   |   File "groups_of_all_kinds.py", line 11, in <module>
#|   |     raise eg
#|   | ExceptionGroup: many (4 sub-exceptions)
#|   +-+---------------- 1 ----------------
#|     | Traceback (most recent call last):
#|     |   File "groups_of_all_kinds.py", line 6, in <module>
#|     |     try: boom(i)
#|     |          ~~~~^^^
#|     |   File "groups_of_all_kinds.py", line 3, in boom
#|     |     raise ValueError(f"bad {n}")
#|     | ValueError: bad 0
#|     +---------------- 2 ----------------
#|     | Traceback (most recent call last):
#|     |   File "groups_of_all_kinds.py", line 6, in <module>
#|     |     try: boom(i)
#|     |          ~~~~^^^
#|     |   File "groups_of_all_kinds.py", line 3, in boom
#|     |     raise ValueError(f"bad {n}")
#|     | ValueError: bad 1
#|     +---------------- 3 ----------------
#|     | TypeError: t
#|     +---------------- 4 ----------------
#|     | ExceptionGroup: inner (1 sub-exception)
#|     +-+---------------- 1 ----------------
#|       | OSError: io
#|       +------------------------------------
# exit: 1
