import threading

result = None


def work():
    global result
    result = 42


threading.Thread(target=work).start()
print(result)
