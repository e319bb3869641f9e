# os.kill says whether there is such a process: it lives, has ended without being asked, or is gone
import multiprocessing
import os
import signal
import time


def child():
    time.sleep(1)


def attempt(pid, number):
    try:
        print(os.kill(pid, number))
    except (OSError, TypeError) as error:
        print(repr(error), getattr(error, "errno", None), getattr(error, "strerror", None))


if __name__ == "__main__":
    process = multiprocessing.Process(target=child)
    process.start()
    attempt(process.pid, 0)
    attempt(process.pid, signal.SIGCHLD)
    time.sleep(2)
    attempt(process.pid, 0)
    attempt(process.pid, signal.SIGTERM)
    process.join()
    print(process.exitcode)
    attempt(process.pid, 0)
    attempt(process.pid, signal.SIGTERM)
    attempt(os.getpid(), 0)
    attempt(99999999, 9)
    attempt("x", 9)
    attempt(os.getpid(), 1.5)
    attempt(os.getpid(), 900)

# stdout:
#| None
#| None
#| None
#| None
#| 0
#| ProcessLookupError(3, 'No such process') 3 No such process
#| ProcessLookupError(3, 'No such process') 3 No such process
#| None
#| ProcessLookupError(3, 'No such process') 3 No such process
#| TypeError("'str' object cannot be interpreted as an integer") None None
#| TypeError("'float' object cannot be interpreted as an integer") None None
#| OSError(22, 'Invalid argument') 22 Invalid argument
