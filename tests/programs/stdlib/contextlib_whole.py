# Contextlib whole.
from contextlib import *
import time
@contextmanager
def timer(label):
    print("start", label)
    try: yield label.upper()
    except ValueError as e: print("caught", e)
    finally: print("end", label)
with timer("a") as x: print(x)
with timer("b"): raise ValueError("v")
@timer("deco")
def f(): print("in f")
f(); f()
with suppress(KeyError, IndexError): {}["x"]
with ExitStack() as st:
    for n in "xy": st.enter_context(timer(n))
    st.callback(print, "cb", end="!\n")
    st.push(lambda *a: print("exit", a[0]) or False)
class C:
    def close(self): print("closed")
with closing(C()) as c: print(type(c).__name__)
with nullcontext(5) as v: print(v)
import io, sys
s = io.StringIO()
with redirect_stdout(s): print("hidden")
print(repr(s.getvalue()))
class A(AbstractContextManager):
    def __exit__(self, *a): print("A exit")
with A() as a: print(a.__class__.__name__)
class D(ContextDecorator):
    def __enter__(self): print("enter"); return self
    def __exit__(self, *a): print("leave"); return True
@D()
def g(): raise ValueError
g()
st = ExitStack(); st.callback(print, "moved"); s2 = st.pop_all(); st.close(); s2.close()
@contextmanager
def noyield():
    if False: yield
try:
    with noyield(): pass
except RuntimeError as e: print(e)
@contextmanager
def two(): yield 1; yield 2
try:
    with two(): pass
except RuntimeError as e: print(e)

# stdout:
#| start a
#| A
#| end a
#| start b
#| caught v
#| end b
#| start deco
#| in f
#| end deco
#| start deco
#| in f
#| end deco
#| start x
#| start y
#| exit None
#| cb!
#| end y
#| end x
#| C
#| closed
#| 5
#| 'hidden\n'
#| A
#| A exit
#| enter
#| leave
#| moved
#| generator didn't yield
#| generator didn't stop
