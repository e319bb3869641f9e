# Exceptions cross process borders; one whose __init__ wants more arguments does not come back.
import multiprocessing
import pickle


class Good(Exception):
    pass


class Bad(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code


error = pickle.loads(pickle.dumps(Good("a", 1)))
print(repr(error), error.args)
extra = KeyError("k")
extra.hint = "attribute"
print(pickle.loads(pickle.dumps(extra)).hint)
try:
    pickle.loads(pickle.dumps(Bad(1, "x")))
except TypeError as problem:
    print(problem)
for thing in (OSError(2, "No such file"), StopIteration(5), UnicodeError("u"), SystemExit(3)):
    print(repr(pickle.loads(pickle.dumps(thing))))

# stdout:
#| Good('a', 1) ('a', 1)
#| attribute
#| Bad.__init__() missing 1 required positional argument: 'text'
#| FileNotFoundError(2, 'No such file')
#| StopIteration(5)
#| UnicodeError('u')
#| SystemExit(3)
