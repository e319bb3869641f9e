import random
import threading

random.seed(1)


def work():
    random.random()


t = threading.Thread(target=work)
t.start()
print(random.randrange(1000))
t.join()
