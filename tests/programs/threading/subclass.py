# The usual subclass: __init__ calls the parent's, run does the work, the result stays on the object.
import threading

class Summer(threading.Thread):
    def __init__(self, numbers, name):
        threading.Thread.__init__(self)
        self.numbers = numbers
        self.name = name
        self.result = None

    def run(self):
        self.result = sum(self.numbers)

class Loud(Summer):
    def __init__(self, numbers):
        super().__init__(numbers, name="Loud")

    def run(self):
        super().run()
        print("%s counted %d" % (self.name, self.result))

threads = [Summer(range(10), "low"), Summer(range(10, 20), "high"), Loud([1, 2])]
for t in threads:
    t.start()
    t.join()
for t in threads:
    print(t.name, t.result)

# stdout:
#| Loud counted 3
#| low 45
#| high 145
#| Loud 3
