# Results that are not there yet.
import multiprocessing
import time


def slow(seconds):
    time.sleep(seconds)
    return seconds


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, str(error)[-9:], type(error).__module__)


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        result = pool.apply_async(slow, (0.3,))
        print(result.ready(), result.wait(0.05))
        attempt(result.successful)
        attempt(lambda: result.get(timeout=0.05))
        attempt(lambda: result.get(0))
        print(result.get(), result.ready(), result.successful(), result.wait())
        iterator = pool.imap(slow, [0.3, 0.1])
        attempt(lambda: iterator.next(timeout=0.05))
        print(iterator.next(), iterator.next(timeout=1))

# stdout:
#| False None
#| ValueError not ready builtins
#| TimeoutError  multiprocessing.context
#| TimeoutError  multiprocessing.context
#| 0.3 True True None
#| TimeoutError  multiprocessing.context
#| 0.3 0.1
