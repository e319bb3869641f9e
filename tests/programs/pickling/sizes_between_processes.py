# What goes to a child is counted in bytes: the object that holds a big list carries all of it.
import multiprocessing
import pickle

class Job:
    def __init__(self, number, data):
        self.number, self.data = number, data
    def run(self):
        return self.number, len(self.data)

def work(job, q):
    q.put(job.run())

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    q = context.Queue()
    for size in (10, 1000):
        job = Job(size, list(range(size)))
        print(len(pickle.dumps(job)), len(pickle.dumps(job.number)))
        p = context.Process(target=work, args=(job, q))
        p.start()
        print(q.get())
        p.join()

# stdout:
#| 81 5
#| (10, 10)
#| 2806 15
#| (1000, 1000)
