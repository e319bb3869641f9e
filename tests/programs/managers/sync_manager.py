# SyncManager started by hand; RLock, BoundedSemaphore, JoinableQueue, Pool and errors after shutdown.
from multiprocessing.managers import SyncManager

def work(n):
    return n + 1

if __name__ == "__main__":
    with SyncManager() as manager:
        semaphore, q = manager.BoundedSemaphore(1), manager.JoinableQueue()
        with semaphore:
            print(semaphore.acquire(False))  # expect: False
        q.put("a")
        print(q.get(), q.task_done(), q.join(), q.qsize())  # expect: a None None 0
        shared = manager.dict(a=1)
        shared.update(b=2)
        print(sorted(shared.items()), shared.copy(), "a" in shared, len(shared), shared.setdefault("c", 3))  # expect: [('a', 1), ('b', 2)] {'a': 1, 'b': 2} True 2 3
        for key in sorted(shared.keys()):
            del shared[key]
        print(shared, bool(len(shared)))  # expect: {} False
        row = manager.list("abc")
        row.extend(["d"])
        row.reverse()
        row.insert(0, "z")
        row[1:3] = ["x"]
        del row[0]
        print(row, row.count("x"), "b" in row, [letter for letter in row])  # expect: ['x', 'b', 'a'] 1 True ['x', 'b', 'a']
