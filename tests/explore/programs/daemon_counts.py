import threading

n = 0


def work():
    global n
    n += 1
    n += 1


t = threading.Thread(target=work, daemon=True)
t.start()
print(n)
