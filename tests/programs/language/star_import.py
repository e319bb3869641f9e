# from module import * brings public names only; __all__ and underscores stay out.
from math import *
from string import *

print(floor(sqrt(17)), pi > 3, digits, "_re" in globals())  # expect: 4 True 0123456789 False
print(sorted(name for name in globals() if name in ("sqrt", "_string", "ascii_letters", "__all__")))  # expect: ['ascii_letters', 'sqrt']
