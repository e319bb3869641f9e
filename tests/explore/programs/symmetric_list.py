import threading

found = []


def work():
    found.append(len(found))


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(found)
