# The lesson's third block as the English page shows it.
# On CPython they may print in any order; our machine runs them in the order of their starts.
# only: lockstep
from multiprocessing import Process

def worker(num):
    print(f"Process {num} started")

if __name__ == "__main__":
    processes = []
    for i in range(3):
        p = Process(target=worker, args=(i,))
        processes.append(p)
        p.start()

    for p in processes:
        p.join()
    print("All processes have finished")

# stdout:
#| Process 0 started
#| Process 1 started
#| Process 2 started
#| All processes have finished
