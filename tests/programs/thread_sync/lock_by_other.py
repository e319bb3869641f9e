# A Lock may be released by another thread than its owner.
import threading

lock = threading.Lock()
lock.acquire()
t = threading.Thread(target=lock.release)
t.start()
lock.acquire()
print("acquired twice with one release from another thread")  # expect: acquired twice with one release from another thread
t.join()
print(type(lock).__name__, isinstance(lock, type(threading.Lock())))  # expect: lock True
