# What the methods of Process refuse, and in which words.
import multiprocessing


def nothing():
    pass


if __name__ == "__main__":
    process = multiprocessing.Process(target=nothing)

    def attempt(what, action):
        try:
            print(what, action())
        except Exception as error:
            print(what, type(error).__name__, error)

    attempt("join", process.join)
    attempt("sentinel", lambda: process.sentinel)
    attempt("terminate", process.terminate)
    attempt("alive", process.is_alive)
    process.start()
    attempt("start", process.start)
    attempt("daemon", lambda: setattr(process, "daemon", True))
    attempt("name", lambda: setattr(process, "name", 5))
    process.join()
    attempt("terminate", process.terminate)
    attempt("kill", process.kill)
    process.close()
    attempt("close", process.close)
    attempt("join", process.join)
    attempt("alive", process.is_alive)
    attempt("exitcode", lambda: process.exitcode)
    attempt("pid", lambda: process.pid)
    attempt("start", process.start)
    attempt("repr", lambda: repr(process).split('parent')[0])
    attempt("args", lambda: multiprocessing.Process(nothing))
    attempt("args", lambda: multiprocessing.Process(target=nothing, args=5))
    attempt("args", lambda: multiprocessing.Process(target=nothing, arg=5))
    attempt("kwargs", lambda: multiprocessing.Process(target=nothing, kwargs=5))

# stdout:
#| join AssertionError can only join a started process
#| sentinel ValueError process not started
#| terminate AttributeError 'NoneType' object has no attribute 'terminate'
#| alive False
#| start AssertionError cannot start a process twice
#| daemon AssertionError process has already started
#| name AssertionError name must be a string
#| terminate None
#| kill None
#| close None
#| join ValueError process object is closed
#| alive ValueError process object is closed
#| exitcode ValueError process object is closed
#| pid ValueError process object is closed
#| start ValueError process object is closed
#| repr <Process name='Process-1' 
#| args AssertionError group argument must be None for now
#| args TypeError 'int' object is not iterable
#| args TypeError BaseProcess.__init__() got an unexpected keyword argument 'arg'. Did you mean 'args'?
#| kwargs TypeError 'int' object is not iterable
