# multiprocessing.Queue between processes: objects are pickled, order is kept.
from multiprocessing import Process, Queue

def producer(q):
    for item in [1, "two", [3, 3], {"four": 4}, None]:
        q.put(item)

if __name__ == "__main__":
    q = Queue()
    p = Process(target=producer, args=(q,))
    p.start()
    while (item := q.get()) is not None:
        print(item)
    p.join()
    print(p.exitcode)

# stdout:
#| 1
#| two
#| [3, 3]
#| {'four': 4}
#| 0
