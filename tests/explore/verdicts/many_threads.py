import threading

for _ in range(64):
    thread = threading.Thread(target=int)
    thread.start()
    thread.join()
