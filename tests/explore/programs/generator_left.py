# A generator that a loop leaves has nothing more to do: nobody stops there.
import threading

count = 0


def some():
    yield 1
    yield 2


def work():
    global count
    before = count
    for _ in some():
        break
    count = before + 1


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(count)
