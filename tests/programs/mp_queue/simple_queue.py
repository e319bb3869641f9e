# multiprocessing.SimpleQueue: a locked pipe.
import multiprocessing

def child(q):
    q.put(("child", [1, 2]))

if __name__ == "__main__":
    q = multiprocessing.SimpleQueue()
    print(q.empty())  # expect: True
    p = multiprocessing.Process(target=child, args=(q,))
    p.start()
    print(q.get())  # expect: ('child', [1, 2])
    p.join()
    q.put(5)
    print(q.empty(), q.get())  # expect: False 5
    q.close()
