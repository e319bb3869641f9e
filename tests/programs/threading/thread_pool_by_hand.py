# A thread pool in thirty lines: workers, a queue, futures made of events.
import queue
import threading

class Task:
    def __init__(self, function, args):
        self.function, self.args = function, args
        self.done = threading.Event()
        self.value = self.error = None

    def run(self):
        try:
            self.value = self.function(*self.args)
        except Exception as error:
            self.error = error
        self.done.set()

    def result(self):
        self.done.wait()
        if self.error:
            raise self.error
        return self.value

class Pool:
    def __init__(self, size):
        self.tasks = queue.Queue()
        self.threads = [threading.Thread(target=self.work) for _ in range(size)]
        for t in self.threads:
            t.start()

    def work(self):
        for task in iter(self.tasks.get, None):
            task.run()

    def submit(self, function, *args):
        task = Task(function, args)
        self.tasks.put(task)
        return task

    def close(self):
        for _ in self.threads:
            self.tasks.put(None)
        for t in self.threads:
            t.join()

pool = Pool(2)
tasks = [pool.submit(divmod, n, 3) for n in range(4)] + [pool.submit(int, "x")]
for task in tasks:
    try:
        print(task.result())
    except ValueError as error:
        print("failed:", error)
pool.close()

# stdout:
#| (0, 0)
#| (0, 1)
#| (0, 2)
#| (1, 0)
#| failed: invalid literal for int() with base 10: 'x'
