# An AttributeError that comes out of a call for an attribute says which one, and whose: so it has a suggestion
import functools
import traceback


class Guard:
    alpha = 1

    def __getattr__(self, name):
        raise AttributeError("no " + name)


class Own(Guard):
    def __getattr__(self, name):
        raise AttributeError("told", name="else", obj=3)


class First:
    alpha = 1

    def __getattribute__(self, name):
        if name == "alpho":
            raise AttributeError("gone")
        return super().__getattribute__(name)


class Both(First):
    def __getattr__(self, name):
        raise AttributeError("not at last")


class Parts:
    @property
    def given(self):
        raise AttributeError("inside")

    @functools.cached_property
    def kept(self):
        raise AttributeError("in the cache")

    @property
    def deeper(self):
        return self.givem


def show(error):
    print(error, "|", error.name, type(error.obj).__name__, error.args, error.__context__)


for cls in Guard, Own, First, Both:
    try:
        cls().alpho
    except AttributeError as error:
        show(error)
        traceback.print_exception(error, limit=0)
    try:
        getattr(cls(), "alpho")
    except AttributeError as error:
        show(error)
for look in lambda: Parts().given, lambda: Parts().kept, lambda: Parts().deeper:
    try:
        look()
    except AttributeError as error:
        show(error)
Guard().alphq

# stdout:
#| no alpho | alpho Guard ('no alpho',) None
#| no alpho | alpho Guard ('no alpho',) None
#| told | else int ('told',) None
#| told | else int ('told',) None
#| gone | alpho First ('gone',) None
#| gone | alpho First ('gone',) None
#| not at last | alpho Both ('not at last',) None
#| not at last | alpho Both ('not at last',) None
#| inside | given Parts ('inside',) None
#| in the cache | kept Parts ('in the cache',) None
#| 'Parts' object has no attribute 'givem' | givem Parts ("'Parts' object has no attribute 'givem'",) None
# stderr:
#| AttributeError: no alpho. Did you mean: 'alpha'?
#| AttributeError: told
#| AttributeError: gone. Did you mean: 'alpha'?
#| AttributeError: not at last. Did you mean: 'alpha'?
#| Traceback (most recent call last):
#|   File "attribute_errors_told.py", line 65, in <module>
#|     Guard().alphq
#|   File "attribute_errors_told.py", line 10, in __getattr__
#|     raise AttributeError("no " + name)
#| AttributeError: no alphq. Did you mean: 'alpha'?
# exit: 1
