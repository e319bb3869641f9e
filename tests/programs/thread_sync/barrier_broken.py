# A barrier breaks by timeout, by abort and by a failing action; reset mends it.
import threading

barrier = threading.Barrier(2, timeout=0.1)
try:
    barrier.wait()
except threading.BrokenBarrierError as error:
    print("timeout:", repr(error), barrier.broken)  # expect: timeout: BrokenBarrierError() True
try:
    barrier.wait()
except threading.BrokenBarrierError:
    print("still broken")  # expect: still broken
barrier.reset()
print(barrier.broken)  # expect: False
seen = []

def waiter():
    try:
        barrier.wait(timeout=5)
    except threading.BrokenBarrierError:
        seen.append("aborted")

t = threading.Thread(target=waiter)
t.start()
while barrier.n_waiting == 0:
    pass
barrier.abort()
t.join()
print(seen, barrier.broken)  # expect: ['aborted'] True

def bad_action():
    raise ValueError("action failed")

single = threading.Barrier(1, bad_action)
try:
    single.wait()
except ValueError as error:
    print(error, single.broken)  # expect: action failed True
print(issubclass(threading.BrokenBarrierError, RuntimeError))  # expect: True
