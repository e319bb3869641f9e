# The names of the start methods, and who may set them.
import multiprocessing


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


if __name__ == "__main__":
    print(multiprocessing.get_all_start_methods())
    print(multiprocessing.get_start_method(allow_none=True))
    print(multiprocessing.get_start_method() in ("fork", "spawn"))
    attempt(lambda: multiprocessing.set_start_method("spawn"))
    attempt(lambda: multiprocessing.set_start_method("thread", force=True))
    attempt(lambda: multiprocessing.set_start_method("forkserver", force=True))
    print(multiprocessing.get_start_method())
    spawn = multiprocessing.get_context("spawn")
    print(spawn.get_start_method(), type(spawn).__name__, type(multiprocessing.get_context()).__name__)
    attempt(lambda: spawn.set_start_method("fork"))
    attempt(lambda: multiprocessing.get_context("threads"))
    print(spawn.Process.__name__, multiprocessing.get_context("fork").Process.__name__)
    print(multiprocessing.Process.__name__, spawn.Queue().__class__.__name__)
    print(isinstance(spawn.Process(), multiprocessing.Process), isinstance(spawn.Process(), multiprocessing.process.BaseProcess))

# stdout:
#| ['fork', 'spawn', 'forkserver']
#| None
#| True
#| RuntimeError context has already been set
#| ValueError cannot find context for 'thread'
#| None
#| forkserver
#| spawn SpawnContext ForkServerContext
#| ValueError cannot set start method of concrete context
#| ValueError cannot find context for 'threads'
#| SpawnProcess ForkProcess
#| Process Queue
#| False True
