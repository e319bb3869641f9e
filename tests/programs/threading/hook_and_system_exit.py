# A hook of one's own is told of SystemExit in a thread, the usual one says nothing of it.
import sys
import threading


def leaves(code):
    sys.exit(code)


def run(code):
    t = threading.Thread(target=leaves, args=(code,))
    t.start()
    t.join()


run("nothing is said")
threading.excepthook = lambda args: print(args.exc_type.__name__, args.exc_value)
run("told")
threading.excepthook = threading.__excepthook__
run("nothing again")
print("end")

# stdout:
#| SystemExit told
#| end
