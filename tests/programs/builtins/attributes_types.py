# getattr, setattr, hasattr, delattr, isinstance, issubclass, type, callable, vars, id, dir.
class Box:
    kind = "box"
    def __init__(self):
        self.size = 1

box = Box()
setattr(box, "colour", "red")
print(getattr(box, "colour"), getattr(box, "none", "default"), hasattr(box, "kind"))  # expect: red default True
delattr(box, "colour")
print(vars(box), type(box).__name__, type(box) is Box, callable(Box), callable(box))  # expect: {'size': 1} Box True True False
print(isinstance(True, int), isinstance(1, (str, int)), issubclass(bool, int), isinstance([], list | tuple))  # expect: True True True True
print([name for name in dir(box) if not name.startswith("_")])  # expect: ['kind', 'size']
print(id(box) == id(box), id(box) != id(Box()))  # expect: True True
print(type(None), type(1.5), type(print), type(lambda: 0), type(type))  # expect: <class 'NoneType'> <class 'float'> <class 'builtin_function_or_method'> <class 'function'> <class 'type'>
Point = type("Point", (), {"x": 3, "shift": lambda self, n: self.x + n})
print(Point().shift(2), Point.__name__)  # expect: 5 Point
try:
    getattr(box, "missing")
except AttributeError as error:
    print(error)  # expect: 'Box' object has no attribute 'missing'
try:
    isinstance(1, "int")
except TypeError as error:
    print(error)  # expect: isinstance() arg 2 must be a type, a tuple of types, or a union
