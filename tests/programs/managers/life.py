# The life of a manager: start, shutdown, use after it, a class with an initializer.
import multiprocessing
from multiprocessing.managers import BaseManager, SyncManager


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def begin(word):
    print("server begins", word, flush=True)


if __name__ == "__main__":
    manager = SyncManager()
    attempt(lambda: manager.list())
    manager.start(begin, ("now",))
    attempt(manager.start)
    shared = manager.list([1])
    print(shared, manager._process.name, manager._process.is_alive())
    manager.shutdown()
    print(manager._process.is_alive(), manager._process.exitcode)
    attempt(manager.start)
    try:
        shared.append(2)
    except (OSError, EOFError):
        print("the server is gone")
    second = multiprocessing.Manager()
    print(second._process.name, type(second).__name__, isinstance(second, BaseManager))

# stdout:
#| AssertionError server not yet started
#| server begins now
#| ProcessError Already started server
#| [1] SyncManager-1 True
#| False 0
#| ProcessError Manager has shut down
#| the server is gone
#| SyncManager-2 SyncManager True
