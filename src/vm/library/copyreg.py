# How objects are made again from pickles.


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def constructor(function):
    if not callable(function):
        raise TypeError("constructors must be callable")
