# What a queue holds is pickled when the feeder gets to it, not when put is called.
import multiprocessing
import time

if __name__ == "__main__":
    queue = multiprocessing.Queue()
    items = [1, 2]
    queue.put(items)
    time.sleep(0.2)
    items.append(3)
    print(queue.get(), items)

# stdout:
#| [1, 2] [1, 2, 3]
