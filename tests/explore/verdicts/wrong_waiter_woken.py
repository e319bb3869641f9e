# notify() wakes the one whose turn it is not: the other waits for ever.
import threading

condition = threading.Condition()
turn = 0


def work(own):
    global turn
    with condition:
        while turn != own:
            condition.wait()
        turn += 1
        condition.notify()


threads = [threading.Thread(target=work, args=(i,)) for i in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
