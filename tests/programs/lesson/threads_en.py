# The lesson's first block as the English page shows it.
import threading

def worker(num):
    print(f"Thread {num} started")

threads = []
for i in range(3):
    t = threading.Thread(target=worker, args=(i,))
    threads.append(t)
    t.start()

for t in threads:
    t.join()
print("All threads have finished")

# stdout:
#| Thread 0 started
#| Thread 1 started
#| Thread 2 started
#| All threads have finished
