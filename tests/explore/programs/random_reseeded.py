import random
import threading

random.seed(1)


def work():
    random.seed(2)


t = threading.Thread(target=work)
t.start()
print(random.randrange(1000))
t.join()
