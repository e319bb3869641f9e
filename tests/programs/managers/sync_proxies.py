# Locks, conditions, events, semaphores, barriers of a manager.
import multiprocessing
import threading


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def add(lock, counter, n):
    for _ in range(n):
        with lock:
            counter.value += 1


def wait_for(event, condition, barrier, results):
    results.put(event.wait(5))
    with condition:
        condition.notify_all()
    results.put(barrier.wait(5) in (0, 1))


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        lock, counter = manager.Lock(), manager.Value("i", 0)
        processes = [multiprocessing.Process(target=add, args=(lock, counter, 5)) for _ in range(3)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print(counter.value, lock.acquire(), lock.acquire(False), lock.acquire(True, 0.05), lock.release())
        attempt(lock.release)
        rlock = manager.RLock()
        print(rlock.acquire(), rlock.acquire(), rlock.release(), rlock.release())
        attempt(rlock.release)
        semaphore, bounded = manager.Semaphore(1), manager.BoundedSemaphore(1)
        print(semaphore.acquire(), semaphore.acquire(False), semaphore.release())
        attempt(bounded.release)
        event, condition, barrier, results = manager.Event(), manager.Condition(), manager.Barrier(2), manager.Queue()
        process = multiprocessing.Process(target=wait_for, args=(event, condition, barrier, results))
        process.start()
        with condition:
            event.set()
            print(condition.wait(5), condition.wait(0.05))
        print(event.is_set(), barrier.parties, barrier.broken)
        print(barrier.wait(5) in (0, 1), barrier.n_waiting, results.get(), results.get())
        process.join()
        event.clear()
        print(event.is_set(), event.wait(0.05))
        barrier.abort()
        attempt(barrier.wait)
        barrier.reset()
        print(barrier.broken)
        for proxy in (lock, rlock, semaphore, bounded, event, condition, barrier):
            print(type(proxy).__name__, end=" ")
        print()

# stdout:
#| 15 True False False None
#| RuntimeError release unlocked lock
#| True True None None
#| RuntimeError cannot release un-acquired lock
#| True False None
#| ValueError Semaphore released too many times
#| True False
#| True 2 False
#| True 0 True True
#| False False
#| BrokenBarrierError 
#| False
#| AcquirerProxy AcquirerProxy AcquirerProxy AcquirerProxy EventProxy ConditionProxy BarrierProxy 
