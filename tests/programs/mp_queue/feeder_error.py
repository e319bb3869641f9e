# An object that cannot be pickled fails in the feeder thread: its traceback goes to stderr, the program goes on.
import multiprocessing
import time

if __name__ == "__main__":
    queue = multiprocessing.Queue()
    queue.put(lambda: 1)
    time.sleep(0.1)
    queue.put("fine")
    print(queue.get(), queue.empty())
# stderr-has: PicklingError: Can't pickle <function <lambda> at

# stdout:
#| fine True
