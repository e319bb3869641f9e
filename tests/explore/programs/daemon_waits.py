import threading

lock = threading.Lock()
lock.acquire()
t = threading.Thread(target=lock.acquire, daemon=True)
t.start()
print("main")
