# The lesson's second block with the folded set-up before it and the call after it.
import threading

lock = threading.Lock()

def safe_worker():
    with lock:
        # Критическая секция
        pass

safe_worker()
print(lock.locked())  # expect: False
threads = [threading.Thread(target=safe_worker) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("Блокировка свободна:", not lock.locked())  # expect: Блокировка свободна: True
