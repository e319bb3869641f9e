import threading

s = ""


def work():
    global s
    s += "a"


t = threading.Thread(target=work)
t.start()
s += "b"
print(len(s))
t.join()
