# types: names of built-in types, and SimpleNamespace.

import _lockstep


def _function():
    yield


async def _coroutine():
    pass


FunctionType = type(_function)
LambdaType = FunctionType
GeneratorType = type(_function())
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

    __hash__ = None


MappingProxyType = type(type.__dict__)
DynamicClassAttribute = property


def new_class(name, bases=(), kwds=None, exec_body=None):
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    return type(name, bases, namespace)
