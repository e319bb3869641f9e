# Wrong arguments.
import threading, queue
from concurrent.futures import ThreadPoolExecutor
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: threading.Semaphore(value=2, x=1)); t(lambda: threading.Event(1)); t(lambda: threading.Barrier()); t(lambda: threading.Barrier(0)); t(lambda: threading.Condition(5)); t(lambda: threading.Timer(1)); t(lambda: queue.Queue(1, 2)); t(lambda: queue.Queue().put()); t(lambda: queue.Queue().get(timeout=-1)); t(lambda: queue.Queue(1).put(1, timeout=-1)); t(lambda: ThreadPoolExecutor(-1)); t(lambda: ThreadPoolExecutor("x")); t(lambda: ThreadPoolExecutor(1, initializer=5)); t(lambda: queue.SimpleQueue(5)); t(lambda: queue.SimpleQueue().get(timeout=-1)); t(lambda: threading.Thread(target=print, args=(1,)).run()); t(lambda: threading.Thread().run()); t(lambda: threading.current_thread().join()); t(lambda: threading.Event().wait("x")); t(lambda: threading.Thread(target=print).start(1)); t(lambda: threading.enumerate(1)); t(lambda: threading.excepthook(1)); t(lambda: threading.stack_size(1)); t(lambda: threading.stack_size(-1)); t(lambda: threading.stack_size(65536)); t(lambda: threading.stack_size())

# stdout:
#| TypeError Semaphore.__init__() got an unexpected keyword argument 'x'
#| TypeError Event.__init__() takes 1 positional argument but 2 were given
#| TypeError Barrier.__init__() missing 1 required positional argument: 'parties'
#| ValueError parties must be > 0
#| AttributeError 'int' object has no attribute 'acquire'
#| TypeError Timer.__init__() missing 1 required positional argument: 'function'
#| TypeError Queue.__init__() takes from 1 to 2 positional arguments but 3 were given
#| TypeError Queue.put() missing 1 required positional argument: 'item'
#| ValueError 'timeout' must be a non-negative number
#| ValueError 'timeout' must be a non-negative number
#| ValueError max_workers must be greater than 0
#| TypeError '<=' not supported between instances of 'str' and 'int'
#| TypeError initializer must be a callable
#| TypeError SimpleQueue() takes no positional arguments
#| ValueError 'timeout' must be a non-negative number
#| 1
#| None
#| None
#| RuntimeError cannot join current thread
#| TypeError '>' not supported between instances of 'str' and 'int'
#| TypeError Thread.start() takes 1 positional argument but 2 were given
#| TypeError enumerate() takes 0 positional arguments but 1 was given
#| TypeError _thread.excepthook argument type must be ExceptHookArgs
#| ValueError size not valid: 1 bytes
#| ValueError size must be 0 or a positive value
#| 0
#| 65536
