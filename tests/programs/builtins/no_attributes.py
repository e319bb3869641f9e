# Objects that take no attributes.
o = object()
for f in (lambda: setattr(o, "foo", 1), lambda: delattr(o, "foo"), lambda: setattr(o, "__class__", int), lambda: o.foo, lambda: setattr([], "x", 1), lambda: setattr(1.5, "x", 1), lambda: o.__dict__, lambda: setattr(len, "x", 1), lambda: setattr({}, "x", 1), lambda: setattr(object, "x", 1), lambda: setattr(int, "x", 1), lambda: setattr((), "x", 1), lambda: setattr(None, "x", 1), lambda: setattr(iter([]), "x", 1), lambda: setattr((i for i in []), "x", 1), lambda: setattr(range(3), "x", 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

# stdout:
#| AttributeError 'object' object has no attribute 'foo' and no __dict__ for setting new attributes
#| AttributeError 'object' object has no attribute 'foo' and no __dict__ for setting new attributes
#| TypeError __class__ assignment only supported for mutable types or ModuleType subclasses
#| AttributeError 'object' object has no attribute 'foo'
#| AttributeError 'list' object has no attribute 'x' and no __dict__ for setting new attributes
#| AttributeError 'float' object has no attribute 'x' and no __dict__ for setting new attributes
#| AttributeError 'object' object has no attribute '__dict__'
#| AttributeError 'builtin_function_or_method' object has no attribute 'x' and no __dict__ for setting new attributes
#| AttributeError 'dict' object has no attribute 'x' and no __dict__ for setting new attributes
#| TypeError cannot set 'x' attribute of immutable type 'object'
#| TypeError cannot set 'x' attribute of immutable type 'int'
#| AttributeError 'tuple' object has no attribute 'x' and no __dict__ for setting new attributes
#| AttributeError 'NoneType' object has no attribute 'x' and no __dict__ for setting new attributes
#| AttributeError 'list_iterator' object has no attribute 'x' and no __dict__ for setting new attributes
#| AttributeError 'generator' object has no attribute 'x' and no __dict__ for setting new attributes
#| AttributeError 'range' object has no attribute 'x' and no __dict__ for setting new attributes
