# In a child its own threads are waited for, as at the end of any program.
import multiprocessing
import threading
import time

def slow():
    time.sleep(0.1)
    print("thread of the child ends", flush=True)

def child():
    threading.Thread(target=slow).start()
    print("child's function ends", flush=True)

if __name__ == "__main__":
    p = multiprocessing.Process(target=child)
    p.start()
    p.join()
    print("joined", p.exitcode)

# stdout:
#| child's function ends
#| thread of the child ends
#| joined 0
