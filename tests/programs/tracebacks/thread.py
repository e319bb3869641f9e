# An exception in a named thread, deep in calls of the program.
import threading

class Parser(threading.Thread):
    def __init__(self, text):
        super().__init__(name="parser")
        self.text = text
    def run(self):
        self.parse(self.text.split(","))
    def parse(self, parts):
        for part in parts:
            self.last = int(part)

p = Parser("1,2,x")
p.start()
p.join()
print(p.last)

# stdout:
#| 2
# stderr:
#| Exception in thread parser:
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "thread.py", line 9, in run
#|     self.parse(self.text.split(","))
#|     ~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^^
#|   File "thread.py", line 12, in parse
#|     self.last = int(part)
#|                 ~~~^^^^^^
#| ValueError: invalid literal for int() with base 10: 'x'
