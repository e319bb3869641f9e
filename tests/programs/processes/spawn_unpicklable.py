# What spawn cannot send: lambdas, local functions, locks of threads, generators, open modules.
import multiprocessing
import threading


def work(thing=None):
    pass


def outer():
    def local():
        pass
    return local


class Holder:
    def __init__(self):
        self.lock = threading.Lock()


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    things = [lambda: 0, outer(), threading.Lock(), (i for i in range(3)), multiprocessing, Holder(), threading.RLock(),
              threading.Condition(), threading.Event(), threading.current_thread(), {"a": [lambda: 1]}]
    for thing in things:
        try:
            spawn.Process(target=work, args=(thing,)).start()
            print("fine")
        except Exception as error:
            print(type(error).__name__, str(error).split(" at 0x")[0])
    try:
        spawn.Process(target=lambda: 0).start()
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])

# stdout:
#| PicklingError Can't pickle <function <lambda>
#| AttributeError Can't get local object 'outer.<locals>.local'
#| TypeError cannot pickle '_thread.lock' object
#| TypeError cannot pickle 'generator' object
#| TypeError cannot pickle 'module' object
#| TypeError cannot pickle '_thread.lock' object
#| TypeError cannot pickle '_thread.RLock' object
#| TypeError cannot pickle '_thread.RLock' object
#| TypeError cannot pickle '_thread.lock' object
#| TypeError cannot pickle '_thread._ThreadHandle' object
#| PicklingError Can't pickle <function <lambda>
#| PicklingError Can't pickle <function <lambda>
