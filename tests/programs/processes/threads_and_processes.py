# Threads in a child process; each process has its own main thread.
import multiprocessing
import threading

def child(q):
    results = []
    threads = [threading.Thread(target=lambda n=n: results.append(n * n)) for n in range(3)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    q.put((threading.main_thread().name, threading.current_thread() is threading.main_thread(), sorted(results), threads[0].name))

if __name__ == "__main__":
    q = multiprocessing.Queue()
    warm_up = threading.Thread(target=print, args=("a thread before the fork",))
    warm_up.start()
    warm_up.join()
    p = multiprocessing.Process(target=child, args=(q,))
    p.start()
    print(q.get())
    p.join()

# stdout:
#| a thread before the fork
#| ('MainThread', True, [0, 1, 4], 'Thread-2 (<lambda>)')
