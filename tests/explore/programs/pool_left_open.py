# An executor that nobody shuts down, used by a thread while the program ends.
from concurrent.futures import ThreadPoolExecutor
import threading

pool = ThreadPoolExecutor(1)


def work():
    try:
        print(pool.submit(int, "7").result())
    except RuntimeError:
        print("too late")


threading.Thread(target=work).start()
