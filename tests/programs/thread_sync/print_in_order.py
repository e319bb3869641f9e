# Interview: three methods called from three threads in any order must run first, second, third.
import threading

class Foo:
    def __init__(self):
        self.first_done = threading.Event()
        self.second_done = threading.Event()

    def first(self):
        print("first")
        self.first_done.set()

    def second(self):
        self.first_done.wait()
        print("second")
        self.second_done.set()

    def third(self):
        self.second_done.wait()
        print("third")

foo = Foo()
threads = [threading.Thread(target=method) for method in (foo.third, foo.second, foo.first)]
for t in threads:
    t.start()
for t in threads:
    t.join()

# stdout:
#| first
#| second
#| third
