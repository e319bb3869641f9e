import threading

error = ValueError("a")


def work():
    try:
        raise error
    except ValueError:
        pass


t = threading.Thread(target=work)
t.start()
try:
    raise error
except ValueError:
    error.args = ("b",)
t.join()
print(error.args)
