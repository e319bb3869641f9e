import threading

x = bytearray(b"ab")


def work():
    x.append(99)


t = threading.Thread(target=work)
t.start()
print(x[-1:], len(x))
t.join()
