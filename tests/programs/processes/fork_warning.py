# Forking while other threads run is warned of since 3.12.
# stderr-has: DeprecationWarning: This process
# stderr-has: is multi-threaded, use of fork() may lead to deadlocks in the child.
import multiprocessing
import threading

gate = threading.Event()

def child():
    print("child", flush=True)

if __name__ == "__main__":
    threading.Thread(target=gate.wait).start()
    p = multiprocessing.Process(target=child)
    p.start()
    p.join()
    gate.set()
    print("parent", flush=True)

# stdout:
#| child
#| parent
