# Forgetting Thread.__init__ is a RuntimeError at start.
import threading

class Broken(threading.Thread):
    def __init__(self, value):
        self.value = value

try:
    Broken(1).start()
except RuntimeError as error:
    print(error)
try:
    threading.Thread(None, print, args=("never",)).run()
    print("run called directly stays in", threading.current_thread().name)
except RuntimeError as error:
    print(error)
try:
    threading.Thread(lambda: None)
except AssertionError as error:
    print(error)

# stdout:
#| thread.__init__() not called
#| never
#| run called directly stays in MainThread
#| group argument must be None for now
