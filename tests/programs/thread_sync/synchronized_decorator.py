# A decorator that makes methods exclusive, and one lock for the class against one per object.
import functools
import threading

def synchronized(method):
    @functools.wraps(method)
    def wrapper(self, *args, **kwargs):
        with self._lock:
            return method(self, *args, **kwargs)
    return wrapper

class Stack:
    def __init__(self):
        self._lock = threading.RLock()
        self.items = []

    @synchronized
    def push(self, item):
        self.items.append(item)

    @synchronized
    def pop(self):
        return self.items.pop() if self.items else None

    @synchronized
    def move(self):
        item = self.pop()
        self.push(item * 2)
        return self

stack = Stack()
threads = [threading.Thread(target=stack.push, args=(n,)) for n in range(50)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(stack.items), Stack.push.__name__)  # expect: 50 push
stack.items = [21]
print(stack.move().pop(), stack.pop())  # expect: 42 None
