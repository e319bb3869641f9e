# A semaphore of zero as a signal: the second step waits for the first.
import threading

ready = threading.Semaphore(0)
log = []

def second():
    ready.acquire()
    log.append("second")

def first():
    log.append("first")
    ready.release()

threads = [threading.Thread(target=second), threading.Thread(target=first)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(log)  # expect: ['first', 'second']
