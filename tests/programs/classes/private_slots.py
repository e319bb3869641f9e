# Private names in `__slots__`, and slots with documentation.
class G:
    __slots__ = ("__priv", "pub", "__dun__")
    def __init__(self): self.__priv = 3; self.pub = 1
    def get(self): return self.__priv
print(G()._G__priv, G.__slots__, G().get())
class _U:
    __slots__ = "__x"
    def __init__(self): self.__x = 1
print(_U()._U__x)
class U: __slots__ = {"p": "doc of p"}
u = U(); u.p = 1; print(u.p)
try: u.q = 1
except AttributeError as e: print(e)

# stdout:
#| 3 ('__priv', 'pub', '__dun__') 3
#| 1
#| 1
#| 'U' object has no attribute 'q' and no __dict__ for setting new attributes
