# A proxy used when its manager has shut down finds no socket, and says what it looked for first.
from multiprocessing import Manager

if __name__ == "__main__":
    with Manager() as manager:
        scores = manager.dict(a=1)
        names = manager.list()
    try:
        print(scores["a"])
    except OSError as error:
        print(type(error).__name__, error, repr(error.__context__), error.__cause__)
    print(str(names).endswith("; '__str__()' failed>"))
    try:
        manager.list()
    except AssertionError as error:
        print(error)

# stdout:
#| FileNotFoundError [Errno 2] No such file or directory AttributeError("'ForkAwareLocal' object has no attribute 'connection'") None
#| True
#| server not yet started
