# Queue.shutdown (3.13): no more puts, gets until empty, then ShutDown.
import queue
import threading

q = queue.Queue()
q.put("a")
q.put("b")
q.shutdown()
try:
    q.put("c")
except queue.ShutDown as error:
    print("put:", repr(error))  # expect: put: ShutDown()
print(q.get(), q.get())  # expect: a b
try:
    q.get()
except queue.ShutDown:
    print("get: shut down")  # expect: get: shut down
print(issubclass(queue.ShutDown, Exception), q.is_shutdown)  # expect: True True
other = queue.Queue()
other.put(1)
other.shutdown(immediate=True)
print(other.qsize())  # expect: 0
try:
    other.get_nowait()
except queue.ShutDown:
    print("drained at once")  # expect: drained at once
waiting = queue.Queue()
ended = []

def waiter():
    try:
        waiting.get()
    except queue.ShutDown:
        ended.append("woken")

t = threading.Thread(target=waiter)
t.start()
waiting.shutdown()
t.join()
print(ended)  # expect: ['woken']
