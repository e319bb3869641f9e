# What CPython's docstrings say is not repeated here.
# only: lockstep
# exit: 5
# stderr-has: docstrings of what is built in are not supported: look them up in Python's documentation


def documented():
    "own"


print(documented.__doc__, [name for name in dir(str) if callable(getattr(str, name))][-1])
print(len.__doc__)
# stdout:
#| own zfill
