# Any callable can be a target: bound methods, partials, classes and objects with __call__.
import functools
import threading

class Greeter:
    def __init__(self, word="made"):
        self.word = word
        if word == "made":
            print("Greeter made in", threading.current_thread().name)

    def __call__(self, name):
        print(self.word, name)

for target, args in [(Greeter("hi"), ("Ann",)), (functools.partial(print, "partial", sep="-"), ("x",)), (Greeter, ()), (None, ())]:
    t = threading.Thread(target=target, args=args, name="T")
    t.start()
    t.join()

# stdout:
#| hi Ann
#| partial-x
#| Greeter made in T
