# The lesson's first block: three threads are started and joined.
import threading

def worker(num):
    print(f"Поток {num} стартовал")

threads = []
for i in range(3):
    t = threading.Thread(target=worker, args=(i,))
    threads.append(t)
    t.start()

for t in threads:
    t.join()
print("Все потоки завершились")

# stdout:
#| Поток 0 стартовал
#| Поток 1 стартовал
#| Поток 2 стартовал
#| Все потоки завершились
