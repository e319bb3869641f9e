# Frames are named by their function alone: methods, lambdas, nested functions, classes, generators.
class Worker:
    def run(self):
        return self.helper(lambda n: 1 // n)
    def helper(self, function):
        def nested():
            return [function(k) for k in (1, 0)]
        yield from nested()

class Maker:
    made = list(Worker().run())

# stdout:
# stderr:
#| Traceback (most recent call last):
#|   File "methods.py", line 10, in <module>
#|     class Maker:
#|         made = list(Worker().run())
#|   File "methods.py", line 11, in Maker
#|     made = list(Worker().run())
#|   File "methods.py", line 8, in helper
#|     yield from nested()
#|                ~~~~~~^^
#|   File "methods.py", line 7, in nested
#|     return [function(k) for k in (1, 0)]
#|             ~~~~~~~~^^^
#|   File "methods.py", line 4, in <lambda>
#|     return self.helper(lambda n: 1 // n)
#|                                  ~~^^~~
#| ZeroDivisionError: integer division or modulo by zero
# exit: 1
