# Functions registered with atexit: a forked child does not run the parent's, but its own.
import atexit
import multiprocessing


def work():
    atexit.register(print, "child's own", flush=True)
    print("working", flush=True)


if __name__ == "__main__":
    atexit.register(print, "parent's", flush=True)
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
    print("joined", process.exitcode)

# stdout:
#| working
#| child's own
#| joined 0
#| parent's
