import threading

error = ValueError("a")


def work():
    error.args = ("b",)


t = threading.Thread(target=work)
t.start()
print(error)
t.join()
