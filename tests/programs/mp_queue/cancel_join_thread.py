# cancel_join_thread lets a process end although its queue still holds data that nobody reads.
import multiprocessing

def fill(q):
    q.put("x" * 1_000_000)
    q.cancel_join_thread()

if __name__ == "__main__":
    q = multiprocessing.Queue()
    p = multiprocessing.Process(target=fill, args=(q,))
    p.start()
    p.join()
    print("joined without reading:", p.exitcode)  # expect: joined without reading: 0
