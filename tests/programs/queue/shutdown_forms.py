# Shutdown forms.
import queue, threading
q = queue.Queue()
def w():
    try:
        while True:
            x = q.get()
            print("got", x)
            q.task_done()
    except queue.ShutDown:
        print("worker sees shutdown")
t = threading.Thread(target=w)
t.start()
for i in range(3): q.put(i)
q.join()
q.shutdown()
t.join()
try: q.put(1)
except queue.ShutDown as e: print("put:", repr(e))
try: q.get_nowait()
except queue.ShutDown: print("get refused")
q2 = queue.Queue(); q2.put(1); q2.shutdown()
print(q2.get())
q3 = queue.LifoQueue(); q3.put(1); q3.put(2); q3.shutdown(immediate=True)
try: q3.get()
except queue.ShutDown: print("immediate")
print(q3.is_shutdown, q3.qsize(), q3.unfinished_tasks)

# stdout:
#| got 0
#| got 1
#| got 2
#| worker sees shutdown
#| put: ShutDown()
#| get refused
#| 1
#| immediate
#| True 0 0
