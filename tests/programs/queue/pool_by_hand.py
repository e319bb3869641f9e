# Pool by hand.
import threading, queue
class Pool:
    def __init__(self, n):
        self.tasks = queue.Queue()
        self.threads = [threading.Thread(target=self.work, name=f"w{i}", daemon=True) for i in range(n)]
        for t in self.threads: t.start()
    def work(self):
        while True:
            fn, args, kw = self.tasks.get()
            try:
                fn(*args, **kw)
            except Exception as e:
                print("error:", e)
            finally:
                self.tasks.task_done()
    def submit(self, fn, *args, **kw):
        self.tasks.put((fn, args, kw))
    def wait(self): self.tasks.join()
res = []
lock = threading.Lock()
def job(n, k=0):
    if n == 3: raise ValueError("bad job %d" % n)
    with lock: res.append(n * n + k)
p = Pool(3)
for i in range(6): p.submit(job, i, k=1)
p.wait()
print(sorted(res))

# stdout:
#| error: bad job 3
#| [1, 2, 5, 17, 26]
