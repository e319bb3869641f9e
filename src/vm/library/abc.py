# abc: abstract classes. Whether a class may be instantiated is checked where instances are made.


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


def abstractproperty(fget=None, fset=None, fdel=None, doc=None):
    return property(abstractmethod(fget), fset, fdel, doc)


def abstractclassmethod(function):
    return classmethod(abstractmethod(function))


def abstractstaticmethod(function):
    return staticmethod(abstractmethod(function))


def _is_abstract(value):
    if isinstance(value, property):
        for part in (value.fget, value.fset, value.fdel):
            if part is not None and getattr(part, "__isabstractmethod__", False):
                return True
        return False
    if isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    return getattr(value, "__isabstractmethod__", False)


def update_abstractmethods(cls):
    missing = set()
    for name, value in cls.__dict__.items():
        if _is_abstract(value):
            missing.add(name)
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if _is_abstract(_raw(cls, name)):
                missing.add(name)
    cls.__abstractmethods__ = frozenset(missing)
    return cls


def _raw(cls, name):
    for base in cls.__mro__:
        attributes = base.__dict__
        if name in attributes:
            return attributes[name]
    return None


_registered = []


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        update_abstractmethods(cls)
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if subclass.__module__ != "builtins" and issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        _registered.append((cls, subclass))
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        hook = getattr(cls, "__subclasshook__", None)
        if hook is not None:
            answer = hook(subclass)
            if answer is not NotImplemented:
                return True if answer else False
        mro = subclass.__mro__
        if cls in mro:
            return True
        if cls.__module__ == "collections.abc" and cls.__name__ in getattr(subclass, "_abstract", ()):
            return True
        for base, registered in _registered:
            if registered in mro and cls in base.__mro__:
                return True
        return False


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def get_cache_token():
    return len(_registered)
