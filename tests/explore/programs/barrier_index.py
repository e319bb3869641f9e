import threading

barrier = threading.Barrier(2)
t = threading.Thread(target=barrier.wait)
t.start()
print(barrier.wait())
t.join()
