import threading

class Worker(threading.Thread):
    result = None

    def run(self):
        self.result = 1


w = Worker()
w.start()
print(w.result)
w.join()
