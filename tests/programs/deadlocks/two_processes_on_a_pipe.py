# Deadlock: two processes on a pipe.
# only: lockstep
# exit: 3
import multiprocessing as mp
def child(conn): conn.recv()
if __name__ == "__main__":
    a, b = mp.Pipe()
    p = mp.Process(target=child, args=(b,))
    p.start()
    a.recv()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in a.recv() for a message: nobody sends one, at two_processes_on_a_pipe.py:10
#|   MainThread of Process-1 waits in b.recv() for a message: nobody sends one, at two_processes_on_a_pipe.py:5
