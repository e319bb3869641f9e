# Tasks and results that cannot be pickled.
import multiprocessing
import threading


def make(kind):
    if kind == "lambda":
        return lambda: 0
    if kind == "lock":
        return threading.Lock()
    return (i for i in range(3))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


if __name__ == "__main__":
    with multiprocessing.Pool(1) as pool:
        attempt(lambda: pool.map(lambda n: n, [1]))
        attempt(lambda: pool.apply(print, (threading.Lock(),)))
        attempt(lambda: pool.map(make, ["lambda"]))
        attempt(lambda: pool.apply(make, ("lock",)))
        attempt(lambda: pool.apply(make, ("generator",)))
        attempt(lambda: pool.apply(print, (pool,)))

# stdout:
#| AttributeError Can't get local object '<lambda>.<locals>.<lambda>'
#| TypeError cannot pickle '_thread.lock' object
#| MaybeEncodingError Error sending result: '[<function make.<locals>.<lambda>
#| MaybeEncodingError Error sending result: '<unlocked _thread.lock object
#| MaybeEncodingError Error sending result: '<generator object make.<locals>.<genexpr>
#| NotImplementedError pool objects cannot be passed between processes or pickled
