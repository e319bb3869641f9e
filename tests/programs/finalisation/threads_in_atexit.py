# Functions registered with atexit run before the interpreter is taken down: they may still start threads.
import atexit
import threading


def late(name):
    thread = threading.Thread(target=print, args=("a thread of", name), name=name)
    thread.start()
    thread.join()
    print("joined", thread.name)


def later():
    timer = threading.Timer(0.05, print, ("the timer",))
    timer.start()
    timer.join()
    print(timer.is_alive(), threading.main_thread().is_alive())


def refused():
    try:
        threading._register_atexit(print)
    except RuntimeError as error:
        print(error)


atexit.register(refused)
atexit.register(later)
atexit.register(late, "first")
print("main ends")

# stdout:
#| main ends
#| a thread of first
#| joined first
#| the timer
#| False False
#| can't register atexit after shutdown
