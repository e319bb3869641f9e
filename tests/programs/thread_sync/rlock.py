# RLock: the owner may acquire again; others wait; release by a stranger is an error.
import threading

lock = threading.RLock()

def factorial(n):
    with lock:
        return 1 if n == 0 else n * factorial(n - 1)

print(factorial(5))  # expect: 120
print(lock.acquire(), lock.acquire(blocking=False))  # expect: True True
got = []
t = threading.Thread(target=lambda: got.append(lock.acquire(blocking=False)))
t.start()
t.join()
print(got)  # expect: [False]
lock.release()
print(lock._is_owned())  # expect: True
lock.release()
print(lock._is_owned())  # expect: False
try:
    lock.release()
except RuntimeError as error:
    print(error)  # expect: cannot release un-acquired lock
