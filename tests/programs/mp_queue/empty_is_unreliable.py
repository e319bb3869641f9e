# A queue that was filled in the same process may still be empty for a moment: wait, don't ask.
import multiprocessing
import time

if __name__ == "__main__":
    q = multiprocessing.Queue()
    print(q.empty())  # expect: True
    q.put(1)
    time.sleep(0.2)
    print(q.empty(), q.qsize())  # expect: False 1
    print(q.get(), q.empty())  # expect: 1 True
