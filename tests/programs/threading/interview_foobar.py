# Interview foobar.
from threading import Lock, Thread
class FooBar:
    def __init__(self, n):
        self.n, self.f, self.b = n, Lock(), Lock()
        self.b.acquire()
    def foo(self):
        for _ in range(self.n):
            self.f.acquire(); print("foo", end=""); self.b.release()
    def bar(self):
        for _ in range(self.n):
            self.b.acquire(); print("bar"); self.f.release()
x = FooBar(3); a, b = Thread(target=x.foo), Thread(target=x.bar); b.start(); a.start(); a.join(); b.join()

# stdout:
#| foobar
#| foobar
#| foobar
