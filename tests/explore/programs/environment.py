import os
import threading

os.environ["A"] = "1"


def work():
    os.environ["A"] = "2"


t = threading.Thread(target=work)
t.start()
print(os.environ["A"], os.getenv("A"))
t.join()
