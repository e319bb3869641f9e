# Keywords that a call does not know, and numbers that do not fit: the mistakes that one makes.
import multiprocessing
import random
from threading import Thread


def attempt(function, /, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(print, 1, sepp=", ")
attempt(print, 1, colour="red")
attempt(multiprocessing.Semaphore, 2**31)
attempt(multiprocessing.Semaphore, -1)
attempt(random.sample, [1, 2], counts=[1], k=1)
attempt(random.sample, [1], counts=iter([3]), k=2)
thread = Thread(target=print, args=("one",), kwargs={"ed": ""})
thread.start()
thread.join()

# stdout:
#| TypeError print() got an unexpected keyword argument 'sepp'. Did you mean 'sep'?
#| TypeError print() got an unexpected keyword argument 'colour'
#| OverflowError Python int too large to convert to C int
#| OSError [Errno 22] Invalid argument
#| ValueError The number of counts does not match the population
#| [1, 1]
# stderr:
#| Exception in thread Thread-1 (print):
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#| TypeError: print() got an unexpected keyword argument 'ed'. Did you mean 'end'?
