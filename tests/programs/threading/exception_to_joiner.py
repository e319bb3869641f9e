# Exception to joiner.
import threading
class T(threading.Thread):
    def run(self):
        self.exc = None
        try: self.ret = self._target(*self._args, **self._kwargs)
        except BaseException as e: self.exc = e
    def join(self, timeout=None):
        super().join(timeout)
        if self.exc: raise RuntimeError("thread failed") from self.exc
        return self.ret
def f(x): return 10 // x
t = T(target=f, args=(2,)); t.start(); print(t.join())
t = T(target=f, args=(0,)); t.start()
t.join()

# stdout:
#| 5
# stderr:
#| Traceback (most recent call last):
#|   File "exception_to_joiner.py", line 6, in run
#|     try: self.ret = self._target(*self._args, **self._kwargs)
#|                     ~~~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#|   File "exception_to_joiner.py", line 12, in f
#|     def f(x): return 10 // x
#|                      ~~~^^~~
#| ZeroDivisionError: integer division or modulo by zero
#|
#| The above exception was the direct cause of the following exception:
#|
#| Traceback (most recent call last):
#|   File "exception_to_joiner.py", line 15, in <module>
#|     t.join()
#|     ~~~~~~^^
#|   File "exception_to_joiner.py", line 10, in join
#|     if self.exc: raise RuntimeError("thread failed") from self.exc
#|                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#| RuntimeError: thread failed
# exit: 1
