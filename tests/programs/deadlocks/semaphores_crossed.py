# Deadlock: who is in the body of a `with` has taken the semaphore; of acquire() alone nobody knows who will release it.
# only: lockstep
# exit: 3
import threading
import time

left, right = threading.Semaphore(1), threading.BoundedSemaphore(2)
single = threading.Semaphore()


def first():
    with left:
        time.sleep(0.1)
        with right:
            print("first")


def second():
    with right, right:
        time.sleep(0.1)
        with left:
            print("second")


def again():
    with single:
        single.acquire()


def without():
    single.acquire()


threads = [threading.Thread(target=f, name=f.__name__) for f in (first, second, again, without)]
for thread in threads:
    thread.start()
    time.sleep(0.01)
for thread in threads:
    thread.join()
# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in join() for first to end, at semaphores_crossed.py:39
#|   first waits in right.acquire() for somebody to release the semaphore, taken by second 2 times, at semaphores_crossed.py:14
#|   second waits in left.acquire() for somebody to release the semaphore, taken by first, at semaphores_crossed.py:21
#|   again waits in single.acquire() for somebody to release the semaphore, taken by itself, at semaphores_crossed.py:27
#|   without waits in single.acquire() for somebody to release the semaphore, taken by again, at semaphores_crossed.py:31
