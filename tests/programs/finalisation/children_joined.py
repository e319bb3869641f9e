# Processes that aren't joined are waited for at exit; a failing one leaves the parent's code at 0.
import multiprocessing
import sys
import time

def slow():
    time.sleep(0.2)
    print("child ends", flush=True)

def failing():
    sys.exit(5)

if __name__ == "__main__":
    multiprocessing.Process(target=slow).start()
    multiprocessing.Process(target=failing).start()
    print("parent ends", flush=True)

# stdout:
#| parent ends
#| child ends
