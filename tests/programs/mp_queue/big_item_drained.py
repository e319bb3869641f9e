# A child whose items fill the pipe can be joined only after the queue was drained.
import multiprocessing

def produce(q):
    for _ in range(4):
        q.put("x" * 100_000)

if __name__ == "__main__":
    q = multiprocessing.Queue()
    p = multiprocessing.Process(target=produce, args=(q,))
    p.start()
    p.join(timeout=0.3)
    print("alive before draining:", p.is_alive())  # expect: alive before draining: True
    total = sum(len(q.get()) for _ in range(4))
    p.join()
    print(total, p.exitcode)  # expect: 400000 0
