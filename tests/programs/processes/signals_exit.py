# Exit codes: returned, raised, sys.exit in all forms, killed, terminated, os._exit, os.kill of itself.
import multiprocessing
import os
import signal
import sys
import time


def leave(code):
    sys.exit(code)


def leave_now(code):
    os._exit(code)


def raise_exit():
    raise SystemExit


def wait():
    time.sleep(60)


def suicide(number):
    os.kill(os.getpid(), number)
    time.sleep(60)


if __name__ == "__main__":
    for target, args in ((leave, ()), (leave, (None,))):
        process = multiprocessing.Process(target=target, args=args or (0,))
        process.start()
        process.join()
        print(process.exitcode)
    for code in (1, 3, 255, 256, -1, True):
        process = multiprocessing.Process(target=leave, args=(code,))
        process.start()
        process.join()
        print(code, process.exitcode)
    process = multiprocessing.Process(target=raise_exit)
    process.start()
    process.join()
    print(process.exitcode)
    process = multiprocessing.Process(target=leave_now, args=(7,))
    process.start()
    process.join()
    print(process.exitcode)
    for method in ("terminate", "kill"):
        process = multiprocessing.Process(target=wait)
        process.start()
        getattr(process, method)()
        process.join()
        print(method, process.exitcode, -signal.SIGTERM, -signal.SIGKILL)
    process = multiprocessing.Process(target=suicide, args=(signal.SIGKILL,))
    process.start()
    process.join()
    print(process.exitcode, signal.Signals(-process.exitcode).name)

# stdout:
#| 0
#| 0
#| 1 1
#| 3 3
#| 255 255
#| 256 0
#| -1 255
#| True 1
#| 0
#| 7
#| terminate -15 -15 -9
#| kill -9 -15 -9
#| -9 SIGKILL
