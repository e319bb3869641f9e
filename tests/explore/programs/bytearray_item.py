import threading

x = bytearray(b"a")


def work():
    x[0] = 98


t = threading.Thread(target=work)
t.start()
print(x.decode())
t.join()
