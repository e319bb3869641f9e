import random
import threading

r = random.Random(1)


def work():
    r.random()


t = threading.Thread(target=work)
t.start()
print(r.randrange(1000))
t.join()
