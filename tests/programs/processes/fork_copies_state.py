# After fork the child has a copy of everything: counters, locks as they were, one thread only.
import multiprocessing
import threading

lock = threading.Lock()
box = {"n": 1}

def child(q):
    box["n"] += 1
    q.put((box["n"], lock.locked(), threading.active_count(), threading.current_thread().name))

if __name__ == "__main__":
    q = multiprocessing.Queue()
    with lock:
        p = multiprocessing.Process(target=child, args=(q,))
        p.start()
        print(q.get())  # expect: (2, True, 1, 'MainThread')
        p.join()
    print(box, lock.locked())  # expect: {'n': 1} False
