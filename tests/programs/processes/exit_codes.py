# Exit codes: normal end, sys.exit with number, text and nothing, an exception, a signal.
import multiprocessing
import os
import sys
import time

def fine():
    return 5

def number():
    sys.exit(7)

def text():
    sys.exit("bad news")

def nothing():
    sys.exit()

def hard():
    os._exit(9)

def forever():
    time.sleep(60)

if __name__ == "__main__":
    for target in (fine, number, text, nothing, hard):
        p = multiprocessing.Process(target=target)
        p.start()
        p.join()
        print(target.__name__, p.exitcode)
    for stop in (multiprocessing.Process.terminate, multiprocessing.Process.kill):
        p = multiprocessing.Process(target=forever)
        p.start()
        print(p.exitcode, p.is_alive())
        stop(p)
        p.join()
        print(stop.__name__, p.exitcode, p.is_alive())

# stdout:
#| fine 0
#| number 7
#| text 1
#| nothing 0
#| hard 9
#| None True
#| terminate -15 False
#| None True
#| kill -9 False
# stderr:
#| bad news
