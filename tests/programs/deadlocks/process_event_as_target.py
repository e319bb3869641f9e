# Deadlock: an event between processes whose wait is the target itself.
# only: lockstep
# exit: 3
import multiprocessing as mp
e = mp.Event()
if __name__ == "__main__":
    p = mp.Process(target=e.wait)
    p.start()
    p.join()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in join() for Process-1 to end, at process_event_as_target.py:9
#|   MainThread of Process-1 waits in e.wait() for somebody to set the event, started at process_event_as_target.py:8
