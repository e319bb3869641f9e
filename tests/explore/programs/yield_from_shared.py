# A generator in the middle of `yield from` goes on without a look at who else wants the GIL: what it goes through is
# either taken whole, or found running.
import threading


def items():
    for i in range(2):
        yield i


def through():
    yield from shared


shared = items()
found = []


def work():
    try:
        found.append(list(through()))
    except ValueError as error:
        print(error)


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(found)
