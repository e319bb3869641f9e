# task_done and join: join returns when every item was dealt with.
import queue
import threading

q = queue.Queue()
done = []

def worker():
    while True:
        item = q.get()
        done.append(item * 2)
        q.task_done()

threading.Thread(target=worker, daemon=True).start()
for n in range(5):
    q.put(n)
q.join()
print(done, q.unfinished_tasks)  # expect: [0, 2, 4, 6, 8] 0
try:
    q.task_done()
except ValueError as error:
    print(error)  # expect: task_done() called too many times
