import threading

seen = set()
count = 0


def work():
    global count
    if 1 not in seen:
        seen.add(1)
        count += 1


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(count)
