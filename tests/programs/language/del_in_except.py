# The name after "as" is deleted at the end of the clause; its object may be kept by another name.
error = "outer"
try:
    raise ValueError("x")
except ValueError as error:
    kept = error
try:
    print(error)
except NameError as problem:
    print(problem)
print(repr(kept))

def shadow():
    e = "before"
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    return e

try:
    shadow()
except UnboundLocalError as problem:
    print(problem)

# stdout:
#| name 'error' is not defined
#| ValueError('x')
#| cannot access local variable 'e' where it is not associated with a value
