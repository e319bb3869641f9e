# raise SystemExit and a bare exit() from nested calls end the thread; finally blocks run.
import threading

def deep(n):
    if n == 0:
        raise SystemExit("not printed")
    deep(n - 1)

def worker():
    try:
        deep(3)
    finally:
        print("cleanup")

t = threading.Thread(target=worker)
t.start()
t.join()
print(t.is_alive())

# stdout:
#| cleanup
#| False
