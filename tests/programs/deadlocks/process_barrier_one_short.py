# Deadlock: a barrier between processes.
# only: lockstep
# exit: 3
import multiprocessing as mp
def f(b):
    b.wait()
if __name__ == "__main__":
    b = mp.Barrier(3)
    ps = [mp.Process(target=f, args=(b,)) for _ in range(2)]
    for p in ps: p.start()
    for p in ps: p.join()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in join() for Process-1 to end, at process_barrier_one_short.py:11
#|   MainThread of Process-1 waits in b.wait() for more processes: 2 of 3 have come, at process_barrier_one_short.py:6
#|   MainThread of Process-2 waits in b.wait() for more processes: 2 of 3 have come, at process_barrier_one_short.py:6
