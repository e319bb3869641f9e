# join with a timeout does not end the process; is_alive and exitcode tell.
import multiprocessing
import time


def slow(seconds):
    time.sleep(seconds)


if __name__ == "__main__":
    process = multiprocessing.Process(target=slow, args=(1,))
    process.start()
    print(process.join(0.1), process.is_alive(), process.exitcode)
    print(process.join(timeout=0), process.is_alive())
    print(process.join(-1), process.is_alive())
    process.join()
    print(process.is_alive(), process.exitcode)
    process.join()
    print(process.join(5))

# stdout:
#| None True None
#| None True
#| None True
#| False 0
#| None
