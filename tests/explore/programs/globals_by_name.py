import threading

globals()["made"] = 0


def work():
    globals()["made"] += 1


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(globals()["made"])
