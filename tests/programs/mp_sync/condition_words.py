# Condition: wait with a timeout, wait_for, notify without the lock.
import multiprocessing
import time


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def waiter(condition, value, results):
    with condition:
        results.put(condition.wait_for(lambda: value.value >= 2, timeout=5))


if __name__ == "__main__":
    condition, value, results = multiprocessing.Condition(), multiprocessing.Value("i", 0), multiprocessing.Queue()
    attempt(condition.notify)
    attempt(condition.wait)
    print(condition)
    processes = [multiprocessing.Process(target=waiter, args=(condition, value, results)) for _ in range(2)]
    for process in processes:
        process.start()
    for _ in range(2):
        time.sleep(0.1)
        with condition:
            value.value += 1
            condition.notify_all()
    print(results.get(), results.get())
    for process in processes:
        process.join()
    with condition:
        print(condition.wait(0.05), condition.wait_for(lambda: False, 0.05), condition.wait_for(lambda: 7))
    own = multiprocessing.Condition(multiprocessing.Lock())
    with own:
        print(own.notify(), own.notify_all())

# stdout:
#| AssertionError lock is not owned
#| AssertionError must acquire() condition before using wait()
#| <Condition(<RLock(None, 0)>, 0)>
#| True True
#| False False 7
#| None None
