# A child's daemon thread is cut off when the child ends.
import multiprocessing
import threading
import time

def background():
    time.sleep(10)
    print("never")

def child():
    threading.Thread(target=background, daemon=True).start()
    print("child ends", flush=True)

if __name__ == "__main__":
    p = multiprocessing.Process(target=child)
    start = time.time()
    p.start()
    p.join()
    print("quickly:", time.time() - start < 5, p.exitcode)

# stdout:
#| child ends
#| quickly: True 0
