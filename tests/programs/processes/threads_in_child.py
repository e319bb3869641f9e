# A child waits for its own threads that are no daemons before it ends.
import multiprocessing
import threading
import time


def slow():
    time.sleep(0.2)
    print("thread of", multiprocessing.current_process().name, flush=True)


def work():
    threading.Thread(target=slow).start()
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    print("end of run", threading.active_count(), threading.current_thread().name, flush=True)


if __name__ == "__main__":
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
    print("exit code", process.exitcode)

# stdout:
#| end of run 3 MainThread
#| thread of Process-1
#| exit code 0
