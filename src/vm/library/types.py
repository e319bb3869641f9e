# types: names of built-in types, and SimpleNamespace.

import _lockstep


def _function():
    yield


async def _coroutine():
    pass


async def _generator():
    yield


FunctionType = type(_function)
LambdaType = FunctionType
GeneratorType = type(_function())
_made = _coroutine()
CoroutineType = type(_made)
_made.close()
AsyncGeneratorType = type(_generator())
BuiltinFunctionType = type(len)
BuiltinMethodType = BuiltinFunctionType
NoneType = type(None)
EllipsisType = type(Ellipsis)
NotImplementedType = type(NotImplemented)
GenericAlias = type(list[int])
UnionType = type(int | str)


class _Method:
    def method(self):
        pass


MethodType = type(_Method().method)
CodeType = type(_function.__code__)
CellType = type((lambda x: lambda: x)(0).__closure__[0])
try:
    raise ValueError
except ValueError as _error:
    TracebackType = type(_error.__traceback__)
    FrameType = type(_error.__traceback__.tb_frame)
ModuleType = type(_lockstep)


class SimpleNamespace:
    def __init__(self, mapping_or_iterable=(), /, **kwargs):
        for name, value in dict(mapping_or_iterable).items():
            setattr(self, name, value)
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __repr__(self):
        parts = ["..."]
        if not _lockstep.again():
            parts = [name + "=" + repr(value) for name, value in self.__dict__.items()]
        kind = type(self)
        return ("namespace" if kind is SimpleNamespace else kind.__name__) + "(" + ", ".join(parts) + ")"

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __replace__(self, /, **changes):
        return type(self)(self.__dict__, **changes)

    __hash__ = None


MappingProxyType = type(type.__dict__)
DynamicClassAttribute = property


def new_class(name, bases=(), kwds=None, exec_body=None):
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", type)
    for base in bases:
        if isinstance(meta, type) and issubclass(type(base), meta):
            meta = type(base)
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    if exec_body is not None:
        exec_body(namespace)
    return meta(name, bases, namespace, **kwds)


class _Awaited:
    # What a generator function gives that `coroutine` stands above: `await` asks the generator.
    def __init__(self, generator):
        self._generator = generator
        self.send, self.throw, self.close = generator.send, generator.throw, generator.close

    def __await__(self):
        return self._generator

    __iter__ = __await__

    def __next__(self):
        return next(self._generator)


def coroutine(func):
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")

    def wrapped(*args, **kwargs):
        result = func(*args, **kwargs)
        return _Awaited(result) if type(result) is GeneratorType else result

    import functools
    return functools.wraps(func)(wrapped)
