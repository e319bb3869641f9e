# Forms of import, modules as objects, missing modules and names.
import math as m
import os.path
from math import floor as down, pi
import collections.abc, sys

print(m.sqrt(16), down(2.7), round(pi, 2))  # expect: 4.0 2 3.14
print(os.path.join("a", "b"), collections.abc.Iterable.__name__)  # expect: a/b Iterable
print(m.__name__, sys.modules["math"] is m)  # expect: math True
try:
    import no_such_module
except ModuleNotFoundError as error:
    print(error, error.name)  # expect: No module named 'no_such_module' no_such_module
try:
    from math import no_such_name
except ImportError as error:
    print(str(error).split(" (")[0])  # expect: cannot import name 'no_such_name' from 'math'
try:
    import math.nothing
except ModuleNotFoundError as error:
    print(error)  # expect: No module named 'math.nothing'; 'math' is not a package
try:
    import numpy_is_not_here as np
except ImportError:
    np = None
print(np)  # expect: None
print(__name__)  # expect: __main__
