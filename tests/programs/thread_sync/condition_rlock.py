# A Condition's own lock is an RLock: wait gives up all levels and takes them back.
import threading

condition = threading.Condition()
flag = False

def setter():
    global flag
    with condition:
        flag = True
        condition.notify()

t = threading.Thread(target=setter)
with condition:
    with condition:
        t.start()
        while not flag:
            condition.wait()
        print("woken inside two levels")  # expect: woken inside two levels
t.join()
own = threading.Condition(threading.Lock())
print(own.acquire(), own.acquire(blocking=False))  # expect: True False
own.release()
