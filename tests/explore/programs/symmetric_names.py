import threading

found = []


def work():
    found.append(1)
    if len(found) == 1:
        print(threading.current_thread().name)


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
