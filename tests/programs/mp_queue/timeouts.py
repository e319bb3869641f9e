# get and put with timeouts raise the exceptions of the queue module.
import multiprocessing
import queue

if __name__ == "__main__":
    q = multiprocessing.Queue(maxsize=1)
    try:
        q.get(timeout=0.05)
    except queue.Empty as error:
        print(repr(error))  # expect: Empty()
    try:
        q.get_nowait()
    except queue.Empty:
        print("empty")  # expect: empty
    q.put("x")
    try:
        q.put("y", timeout=0.05)
    except queue.Full as error:
        print(repr(error))  # expect: Full()
    try:
        q.put_nowait("y")
    except queue.Full:
        print("full", q.full(), q.qsize())  # expect: full True 1
    print(q.get(True, 1), q.empty())  # expect: x True
