# Locks and queues are inherited by children, they can't go through a queue.
import multiprocessing
import pickle

if __name__ == "__main__":
    for thing in (multiprocessing.Lock(), multiprocessing.Queue(), multiprocessing.Value("i")):
        try:
            pickle.dumps(thing)
        except RuntimeError as error:
            print(error)

# stdout:
#| Lock objects should only be shared between processes through inheritance
#| Queue objects should only be shared between processes through inheritance
#| Synchronized objects should only be shared between processes through inheritance
