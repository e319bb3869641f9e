import threading

t = threading.Timer(1, print, ["fired"])
t.start()
t.cancel()
t.join()
print(t.finished.is_set())
