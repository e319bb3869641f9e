# since 3.10
import threading

x = {}


def work():
    x["a"] = 2


t = threading.Thread(target=work)
t.start()
match x:
    case {"a": 2}:
        print("there")
    case _:
        print("not there")
t.join()
