# Behind a call of a built-in that has run Python code the GIL can be handed over: between `next` and `print`.
import threading


def numbers():
    yield 1
    yield 2


numbers = numbers()
lock = threading.Lock()


def work():
    with lock:
        pass
    number = next(numbers)
    print(number)


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
