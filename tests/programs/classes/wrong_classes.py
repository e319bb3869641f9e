# Classes that cannot be, and arguments that object does not take
def attempt(function):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)
        print(*getattr(error, "__notes__", []))


class MetaA(type): pass
class MetaB(type): pass
class A(metaclass=MetaA): pass
class B(metaclass=MetaB): pass
class MetaC(MetaA): pass
class Plain: pass


def conflict():
    class C(A, B): pass


def twice():
    class C(Plain, Plain): pass


def unknown():
    class C(Plain, bad=1): pass


def named():
    class Field:
        def __set_name__(self, owner, name):
            raise ValueError("no")

    class C:
        field = Field()


class OnlyInit:
    def __init__(self, x):
        super().__init__(x)


class OnlyNew:
    def __new__(cls, x):
        return super().__new__(cls, x)


class Child(Plain):
    def __init__(self, name, **rest):
        super().__init__(**rest)
        self.name = name


class Write:
    w = property(None, lambda self, value: print("set", value))


def unreadable():
    Write().w = 3
    return Write().w


class Derived(A, metaclass=MetaC): pass


print(type(Derived).__name__)
for function in (conflict, twice, unknown, named, lambda: OnlyInit(1), lambda: OnlyNew(1), lambda: Plain(1),
                 lambda: Child("x", extra=1), unreadable, lambda: delattr(Plain, "x"),
                 lambda: delattr(int, "x"), lambda: setattr(5, "x", 1)):
    attempt(function)
print(Child("x").name)
try:
    raise AttributeError("boo")
except AttributeError as error:
    print(error.name, error.obj)


class Watched:
    def __init__(self):
        self.y = 2

    def __getattribute__(self, name):
        print("looks for", name)
        return super().__getattribute__(name)


print(Watched().y)


def square(x): return x * x


print(square.__call__(3), square.__dict__, square.__get__(4)())


class Always(list):
    def __eq__(self, other): return True


print(Always() == [1], Always() != Always())

# stdout:
#| MetaC
#| TypeError metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
#|
#| TypeError duplicate base class Plain
#|
#| TypeError unknown.<locals>.C.__init_subclass__() takes no keyword arguments
#|
#| ValueError no
#| Error calling __set_name__ on 'Field' instance 'field' in 'C'
#| TypeError object.__init__() takes exactly one argument (the instance to initialize)
#|
#| TypeError object.__new__() takes exactly one argument (the type to instantiate)
#|
#| TypeError Plain() takes no arguments
#|
#| TypeError object.__init__() takes exactly one argument (the instance to initialize)
#|
#| set 3
#| AttributeError property 'w' of 'Write' object has no getter
#|
#| AttributeError type object 'Plain' has no attribute 'x'
#|
#| TypeError cannot set 'x' attribute of immutable type 'int'
#|
#| AttributeError 'int' object has no attribute 'x' and no __dict__ for setting new attributes
#|
#| x
#| None None
#| looks for y
#| 2
#| 9 {} 16
#| True False
