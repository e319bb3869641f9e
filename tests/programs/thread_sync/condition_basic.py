# Condition: a consumer waits until a producer notifies.
import threading

condition = threading.Condition()
items = []
waiting = threading.Event()

def consumer():
    with condition:
        while not items:
            waiting.set()
            condition.wait()
        print("got", items.pop())

t = threading.Thread(target=consumer)
t.start()
waiting.wait()
with condition:
    items.append("apple")
    print("put apple")
    condition.notify()
t.join()
for action in (condition.notify, condition.notify_all, condition.wait, condition.release):
    try:
        action()
    except RuntimeError as error:
        print(error)

# stdout:
#| put apple
#| got apple
#| cannot notify on un-acquired lock
#| cannot notify on un-acquired lock
#| cannot wait on un-acquired lock
#| cannot release un-acquired lock
