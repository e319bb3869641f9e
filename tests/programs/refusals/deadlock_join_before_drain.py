# Joining a process before draining the queue that it fills: the feeder can't empty its buffer into the pipe.
# only: lockstep
# exit: 3
# stderr-has: filler
import multiprocessing

def fill(q):
    q.put("x" * 1_000_000)

if __name__ == "__main__":
    q = multiprocessing.Queue()
    p = multiprocessing.Process(target=fill, args=(q,), name="filler")
    p.start()
    p.join()
    print(len(q.get()))
