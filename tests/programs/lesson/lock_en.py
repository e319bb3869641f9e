# The second block on the English page: the critical section is entered by three threads, one at a time.
import threading

lock = threading.Lock()
inside = 0
most = 0

def safe_worker():
    global inside, most
    with lock:
        # Critical section
        inside += 1
        most = max(most, inside)
        inside -= 1

threads = [threading.Thread(target=safe_worker) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("most threads inside at once:", most)  # expect: most threads inside at once: 1
