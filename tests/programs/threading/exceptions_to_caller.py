# An exception can't be caught around start or join; a thread class that keeps it can raise it again.
import threading

class Careful(threading.Thread):
    error = None
    def run(self):
        try:
            super().run()
        except Exception as error:
            self.error = error
    def join(self, timeout=None):
        super().join(timeout)
        if self.error:
            raise self.error

def fail():
    raise ValueError("in the thread")

t = Careful(target=fail)
try:
    t.start()
    print("start raises nothing")
except ValueError:
    print("never")
try:
    t.join()
except ValueError as error:
    print("caught at join:", error)

# stdout:
#| start raises nothing
#| caught at join: in the thread
