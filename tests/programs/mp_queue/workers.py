# Task queue and result queue with several worker processes, and a poison pill for each.
import multiprocessing

class Task:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __call__(self):
        return self.a * self.b

    def __str__(self):
        return f"{self.a} * {self.b}"

class Consumer(multiprocessing.Process):
    def __init__(self, tasks, results):
        super().__init__()
        self.tasks, self.results = tasks, results

    def run(self):
        while True:
            task = self.tasks.get()
            if task is None:
                self.tasks.task_done()
                break
            self.results.put("%s = %d" % (task, task()))
            self.tasks.task_done()

if __name__ == "__main__":
    tasks, results = multiprocessing.JoinableQueue(), multiprocessing.Queue()
    consumers = [Consumer(tasks, results) for _ in range(2)]
    for consumer in consumers:
        consumer.start()
    for n in range(4):
        tasks.put(Task(n, n + 1))
    for _ in consumers:
        tasks.put(None)
    tasks.join()
    for line in sorted(results.get() for _ in range(4)):
        print(line)

# stdout:
#| 0 * 1 = 0
#| 1 * 2 = 2
#| 2 * 3 = 6
#| 3 * 4 = 12
