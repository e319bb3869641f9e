# The third block with each process joined before the next one starts: one possible order on CPython.
from multiprocessing import Process

def worker(num):
    print(f"Process {num} started")

if __name__ == "__main__":
    for i in range(3):
        p = Process(target=worker, args=(i,))
        p.start()
        p.join()
    print("All processes have finished")

# stdout:
#| Process 0 started
#| Process 1 started
#| Process 2 started
#| All processes have finished
