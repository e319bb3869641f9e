# ExceptionGroup and except*.
def run(errors):
    try:
        raise ExceptionGroup("several", errors)
    except* ValueError as group:
        print("values:", [str(e) for e in group.exceptions])
    except* (TypeError, KeyError) as group:
        print("others:", [type(e).__name__ for e in group.exceptions])

run([ValueError("a"), TypeError("b"), ValueError("c")])
try:
    run([OSError("x"), KeyError("k")])
except ExceptionGroup as rest:
    print("left:", rest, len(rest.exceptions))
group = ExceptionGroup("g", [ValueError(1), ExceptionGroup("inner", [TypeError(2)])])
print(group.subgroup(TypeError), group.split(ValueError)[0])

# stdout:
#| values: ['a', 'c']
#| others: ['TypeError']
#| others: ['KeyError']
#| left: several (1 sub-exception) 1
#| g (1 sub-exception) g (1 sub-exception)
