import json
import threading

x = {}


def work():
    x["a"] = 1


t = threading.Thread(target=work)
t.start()
print(json.dumps(x))
t.join()
