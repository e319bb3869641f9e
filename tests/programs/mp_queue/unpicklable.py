# An object that can't be pickled is lost in the feeder thread, which prints the traceback; put itself succeeds.
# stderr-has: _pickle.PicklingError: Can't pickle <function <lambda>
import multiprocessing

if __name__ == "__main__":
    q = multiprocessing.Queue()
    q.put(lambda: 1)
    q.put("next")
    print(q.get())  # expect: next
