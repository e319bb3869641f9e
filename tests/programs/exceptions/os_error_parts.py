# What an OSError is made of: number, text and files, and what stays in args; notes live in __dict__
import copy
import pickle


class Gone(FileNotFoundError):
    def __init__(self, path):
        super().__init__(2, "gone", path)
        self.path = path


class Silent(OSError):
    def __init__(self, first, second):
        self.first = first


def show(error):
    print(repr(error), str(error), error.args, error.errno, error.strerror, error.filename, error.filename2)
    print(error.__dict__, error.__reduce__()[:2])


for error in (FileNotFoundError(2, "x", "f"), FileNotFoundError("only"), OSError(2, "m", "f", None, "g"), OSError(13, "m"),
              OSError(1, 2, 3, 4, 5, 6), OSError("a", "b"), OSError(99, "b", b"c"), TimeoutError(1, "b", "c"),
              BlockingIOError(11, "x", 5), Gone("p"), Silent(2, "x"), OSError()):
    show(error)
error = OSError(2, "x", "f")
show(copy.copy(error))
show(pickle.loads(pickle.dumps(error)))
error.errno, error.strerror, error.filename = 5, "z", "q"
print(error, repr(error))
error = ValueError("a")
print(hasattr(error, "__notes__"), error.__dict__)
error.add_note("one")
error.add_note("two")
error.more = 1
print(error.__notes__, error.__dict__, vars(error))
print(pickle.loads(pickle.dumps(error)).__notes__)
del error.__notes__
print(hasattr(error, "__notes__"))
error.__notes__ = ("no list",)
for note in "x", 3:
    try:
        error.add_note(note)
    except TypeError as wrong:
        print(wrong)

# stdout:
#| FileNotFoundError(2, 'x') [Errno 2] x: 'f' (2, 'x') 2 x f None
#| {} (<class 'FileNotFoundError'>, (2, 'x', 'f'))
#| FileNotFoundError('only') only ('only',) None None None None
#| {} (<class 'FileNotFoundError'>, ('only',))
#| FileNotFoundError(2, 'm') [Errno 2] m: 'f' -> 'g' (2, 'm') 2 m f g
#| {} (<class 'FileNotFoundError'>, (2, 'm', 'f', None, 'g'))
#| PermissionError(13, 'm') [Errno 13] m (13, 'm') 13 m None None
#| {} (<class 'PermissionError'>, (13, 'm'))
#| OSError(1, 2, 3, 4, 5, 6) (1, 2, 3, 4, 5, 6) (1, 2, 3, 4, 5, 6) None None None None
#| {} (<class 'OSError'>, (1, 2, 3, 4, 5, 6))
#| OSError('a', 'b') [Errno a] b ('a', 'b') a b None None
#| {} (<class 'OSError'>, ('a', 'b'))
#| OSError(99, 'b') [Errno 99] b: b'c' (99, 'b') 99 b b'c' None
#| {} (<class 'OSError'>, (99, 'b', b'c'))
#| TimeoutError(1, 'b') [Errno 1] b: 'c' (1, 'b') 1 b c None
#| {} (<class 'TimeoutError'>, (1, 'b', 'c'))
#| BlockingIOError(11, 'x', 5) [Errno 11] x (11, 'x', 5) 11 x None None
#| {} (<class 'BlockingIOError'>, (11, 'x', 5))
#| Gone(2, 'gone') [Errno 2] gone: 'p' (2, 'gone') 2 gone p None
#| {'path': 'p'} (<class '__main__.Gone'>, (2, 'gone', 'p'))
#| Silent()  () None None None None
#| {'first': 2} (<class '__main__.Silent'>, ())
#| OSError()  () None None None None
#| {} (<class 'OSError'>, ())
#| FileNotFoundError(2, 'x') [Errno 2] x: 'f' (2, 'x') 2 x f None
#| {} (<class 'FileNotFoundError'>, (2, 'x', 'f'))
#| FileNotFoundError(2, 'x') [Errno 2] x: 'f' (2, 'x') 2 x f None
#| {} (<class 'FileNotFoundError'>, (2, 'x', 'f'))
#| [Errno 5] z: 'q' FileNotFoundError(2, 'x')
#| False {}
#| ['one', 'two'] {'__notes__': ['one', 'two'], 'more': 1} {'__notes__': ['one', 'two'], 'more': 1}
#| ['one', 'two']
#| False
#| Cannot add note: __notes__ is not a list
#| note must be a str, not 'int'
