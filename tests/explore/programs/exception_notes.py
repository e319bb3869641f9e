import threading

error = ValueError("a")


def work():
    error.add_note("b")


t = threading.Thread(target=work)
t.start()
print(hasattr(error, "__notes__"))
t.join()
