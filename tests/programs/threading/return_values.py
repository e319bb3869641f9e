# A target's return value is lost; a list, an attribute or a queue carries results out.
import threading

def square(n):
    return n * n

class Returning(threading.Thread):
    def run(self):
        try:
            self.value = self._target(*self._args)
        finally:
            del self._target, self._args

results = [None] * 4

def into(index):
    results[index] = square(index)

threads = [threading.Thread(target=into, args=(i,)) for i in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(results)  # expect: [0, 1, 4, 9]
t = Returning(target=square, args=(9,))
t.start()
print(t.join(), t.value)  # expect: None 81
print(hasattr(threads[0], "_target"))  # expect: False
