# apply_async, map_async, starmap_async: AsyncResult's get, wait, ready, successful.
import multiprocessing
import time

def slow(n):
    time.sleep(0.2)
    return n + 1

def fail():
    raise KeyError("missing")

if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        result = pool.apply_async(slow, (1,))
        print(result.ready())  # expect: False
        try:
            result.get(timeout=0.01)
        except multiprocessing.TimeoutError as error:
            print(repr(error))  # expect: TimeoutError()
        try:
            result.successful()
        except ValueError as error:
            print(str(error).split(" at 0x")[0])  # expect: <multiprocessing.pool.ApplyResult object
        result.wait()
        print(result.ready(), result.successful(), result.get())  # expect: True True 2
        many = pool.map_async(slow, [1, 2])
        many.wait(timeout=5)
        print(many.get(), pool.starmap_async(pow, [(2, 3), (3, 2)]).get())  # expect: [2, 3] [8, 9]
        failed = pool.apply_async(fail)
        failed.wait()
        print(failed.successful())  # expect: False
        try:
            failed.get()
        except KeyError as error:
            print(repr(error), type(error.__cause__).__name__)  # expect: KeyError('missing') RemoteTraceback
