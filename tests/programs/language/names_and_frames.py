# sys.modules, recursion limit, globals as a dict, traceback objects, sys.excepthook.
import sys
print(sys.modules[__name__].__name__, "sys" in sys.modules, "re" in sys.modules, type(sys.modules))
sys.setrecursionlimit(150)
def depth(n): return 1 + depth(n + 1)
try: depth(0)
except RecursionError as e: print("RE", e)
print(sys.getrecursionlimit())
globals()["dyn"] = 5
print(dyn, [k for k in globals() if not k.startswith("_")])
class Node:
    def __init__(self, v, nxt=None): self.v, self.nxt = v, nxt
    def __iter__(self):
        n = self
        while n: yield n.v; n = n.nxt
n = Node(1, Node(2)); print(list(n), sum(n))
def f(*, a): 
    b = 2
    print(locals(), sorted(vars()), dir())
f(a=1)
class Meta(type):
    @classmethod
    def __prepare__(m, name, bases, **kw):
        return {"injected": 42}
    def __new__(m, name, bases, ns, **kw):
        return super().__new__(m, name, bases, dict(ns))
class X(metaclass=Meta): y = 1
print(X.injected, X.y, type(X))
print([c.__name__ for c in X.__mro__], type("Z", (), {}), f.__globals__ is globals())
import traceback
try:
    try: int("x")
    except ValueError as e: raise KeyError("k") from e
except KeyError as e:
    print("".join(traceback.format_exception(e)))
    print(traceback.format_tb(e.__traceback__), traceback.extract_tb(e.__traceback__)[0].lineno)
    tb = e.__traceback__
    while tb: print(tb.tb_lineno, tb.tb_frame.f_code.co_name); tb = tb.tb_next
    print(e.with_traceback(None).__traceback__)
def hook(t, v, tb): print("HOOK", t.__name__, v, tb.tb_lineno)
sys.excepthook = hook
raise ValueError("bye")

# stdout:
#| __main__ True False <class 'dict'>
#| RE maximum recursion depth exceeded
#| 150
#| 5 ['sys', 'depth', 'dyn']
#| [1, 2] 3
#| {'a': 1, 'b': 2} ['a', 'b'] ['a', 'b']
#| 42 1 <class '__main__.Meta'>
#| ['X', 'object'] <class '__main__.Z'> True
#| Traceback (most recent call last):
#|   File "names_and_frames.py", line 32, in <module>
#|     try: int("x")
#|          ~~~^^^^^
#| ValueError: invalid literal for int() with base 10: 'x'
#|
#| The above exception was the direct cause of the following exception:
#|
#| Traceback (most recent call last):
#|   File "names_and_frames.py", line 33, in <module>
#|     except ValueError as e: raise KeyError("k") from e
#|                             ^^^^^^^^^^^^^^^^^^^^^^^^^^
#| KeyError: 'k'
#|
#| ['  File "names_and_frames.py", line 33, in <module>\n    except ValueError as e: raise KeyError("k") from e\n                            ^^^^^^^^^^^^^^^^^^^^^^^^^^\n'] 33
#| 33 <module>
#| None
#| HOOK ValueError bye 42
# exit: 1
