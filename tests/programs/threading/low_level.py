# _thread: start_new_thread, allocate_lock, exit, and waiting with a lock.
import _thread

done = [_thread.allocate_lock() for _ in range(2)]
for lock in done:
    lock.acquire()

def worker(number, lock, word="x"):
    print("worker", number, word)
    if number == 1:
        lock.release()
        _thread.exit()
    lock.release()

_thread.start_new_thread(worker, (0, done[0]))
done[0].acquire()
_thread.start_new_thread(worker, (1, done[1]), {"word": "y"})
done[1].acquire()
print(type(done[0]).__name__, done[0].locked(), _thread.LockType is type(done[0]))
with _thread.allocate_lock() as got:
    print(got)
print(_thread.error is RuntimeError)
try:
    _thread.start_new_thread(5, ())
except TypeError as error:
    print(error)
try:
    _thread.start_new_thread(worker, [1])
except TypeError as error:
    print(error)

# stdout:
#| worker 0 x
#| worker 1 y
#| lock True True
#| True
#| True
#| first arg must be callable
#| 2nd arg must be a tuple
