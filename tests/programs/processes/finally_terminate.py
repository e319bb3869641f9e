# terminate() does not run finally blocks; an exception does.
import multiprocessing
import time


def work(fails, started):
    try:
        started.set()
        if fails:
            raise ValueError("stop")
        time.sleep(60)
    finally:
        print("cleaning up", fails, flush=True)


if __name__ == "__main__":
    for fails in (False, True):
        started = multiprocessing.Event()
        process = multiprocessing.Process(target=work, args=(fails, started), name="P")
        process.start()
        started.wait()
        if not fails:
            process.terminate()
        process.join()
        print(process.exitcode)

# stdout:
#| -15
#| cleaning up True
#| 1
# stderr:
#| Process P:
#| Traceback (most recent call last):
#|   File "<lib>/multiprocessing/process.py", in _bootstrap
#|   File "<lib>/multiprocessing/process.py", in run
#|   File "finally_terminate.py", line 10, in work
#|     raise ValueError("stop")
#| ValueError: stop
