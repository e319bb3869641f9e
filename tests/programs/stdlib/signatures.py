# inspect: signatures, binding, kinds of functions, states of generators.
import inspect
def f(a, b: int, /, c=3, *args, d, e: str = "x", **kw) -> bool:
    """Doc
       more"""
class A:
    def m(self, x): pass
    @classmethod
    def k(cls, y=1): pass
    @staticmethod
    def s(z): pass
    def __init__(self, q): pass
async def co(): pass
def gen(): yield 1
print(inspect.signature(f), inspect.signature(A.m), inspect.signature(A(1).m), inspect.signature(A), inspect.signature(A.k), inspect.signature(lambda: 0))
sig = inspect.signature(f)
print(list(sig.parameters), sig.parameters["c"].default, sig.parameters["b"].annotation, sig.parameters["args"].kind, sig.return_annotation, sig.parameters["a"].default is inspect.Parameter.empty, repr(sig.parameters["e"]), sig)
b = sig.bind(1, 2, d=5); b.apply_defaults(); print(b.arguments, b.args, b.kwargs)
try: sig.bind(1)
except TypeError as e: print(e)
print(inspect.isfunction(f), inspect.isclass(A), inspect.ismethod(A(1).m), inspect.iscoroutinefunction(co), inspect.isgeneratorfunction(gen), inspect.isbuiltin(len), inspect.getdoc(f), inspect.ismodule(inspect))
g = gen(); print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g)); g.close(); print(inspect.getgeneratorstate(g))
print([n for n, v in inspect.getmembers(A, inspect.isfunction)], inspect.getmro(A))

# stdout:
#| (a, b: int, /, c=3, *args, d, e: str = 'x', **kw) -> bool (self, x) (x) (q) (y=1) ()
#| ['a', 'b', 'c', 'args', 'd', 'e', 'kw'] 3 <class 'int'> VAR_POSITIONAL <class 'bool'> True <Parameter "e: str = 'x'"> (a, b: int, /, c=3, *args, d, e: str = 'x', **kw) -> bool
#| {'a': 1, 'b': 2, 'c': 3, 'args': (), 'd': 5, 'e': 'x', 'kw': {}} (1, 2, 3) {'d': 5, 'e': 'x'}
#| missing a required argument: 'b'
#| True True True True True True Doc
#| more True
#| GEN_CREATED 1 GEN_SUSPENDED
#| GEN_CLOSED
#| ['__init__', 'm', 's'] (<class '__main__.A'>, <class 'object'>)
