# The flag is the class's until somebody sets the object's own: whoever reads it reads both. So with what is made or goes.
import threading


class Worker(threading.Thread):
    running = True

    def run(self):
        global result
        while self.running:
            pass
        result = 1


worker = Worker()
worker.start()
worker.running = False
try:
    print(result)
except NameError:
    print("not yet")
