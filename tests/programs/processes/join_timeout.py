# join with a timeout; sentinel; several children waited for in turn.
import multiprocessing
import multiprocessing.connection
import time

if __name__ == "__main__":
    p = multiprocessing.Process(target=time.sleep, args=(0.4,))
    p.start()
    print(p.join(0.05), p.is_alive(), p.exitcode)  # expect: None True None
    ready = multiprocessing.connection.wait([p.sentinel], timeout=5)
    print(ready == [p.sentinel])  # expect: True
    p.join(timeout=5)
    print(p.exitcode)  # expect: 0
