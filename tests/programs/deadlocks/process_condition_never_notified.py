# Deadlock: a condition between processes.
# only: lockstep
# exit: 3
import multiprocessing as mp
def f(c):
    with c:
        c.wait()
if __name__ == "__main__":
    cond = mp.Condition()
    p = mp.Process(target=f, args=(cond,))
    p.start()
    p.join()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in join() for Process-1 to end, at process_condition_never_notified.py:12
#|   MainThread of Process-1 waits in cond.wait() for somebody to notify it, at process_condition_never_notified.py:7
