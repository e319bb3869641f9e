# A manager's Lock, Event, Queue, Semaphore, Barrier and Condition, used across processes.
import multiprocessing

def worker(lock, event, queue, counter):
    event.wait()
    for _ in range(5):
        with lock:
            counter["n"] += 1
    queue.put("done")

if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        lock, event, queue = manager.Lock(), manager.Event(), manager.Queue()
        counter = manager.dict(n=0)
        processes = [multiprocessing.Process(target=worker, args=(lock, event, queue, counter)) for _ in range(2)]
        for p in processes:
            p.start()
        print(counter["n"], event.is_set(), queue.empty())  # expect: 0 False True
        event.set()
        print(queue.get(), queue.get())  # expect: done done
        for p in processes:
            p.join()
        print(counter["n"])  # expect: 10
        semaphore = manager.Semaphore(1)
        print(semaphore.acquire(), semaphore.acquire(False))  # expect: True False
        semaphore.release()
        print(manager.Barrier(1).wait(), manager.RLock().acquire())  # expect: 0 True
        with manager.Condition() as got:
            print(got)  # expect: True
