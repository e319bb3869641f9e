import threading

error = ValueError("a")


def work():
    error.__cause__ = KeyError()


t = threading.Thread(target=work)
t.start()
print(error.__cause__ is None)
t.join()
