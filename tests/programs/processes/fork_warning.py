# Forking while other threads run is warned of since 3.12; by default the warning isn't shown.
import multiprocessing
import threading
import warnings

gate = threading.Event()

def child():
    print("child", flush=True)

def run():
    p = multiprocessing.Process(target=child)
    p.start()
    p.join()

if __name__ == "__main__":
    t = threading.Thread(target=gate.wait)
    t.start()
    run()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        run()
    gate.set()
    t.join()
    for warning in caught:
        print(warning.category.__name__, str(warning.message).split("is ")[-1])

# stdout:
#| child
#| child
#| DeprecationWarning multi-threaded, use of fork() may lead to deadlocks in the child.
