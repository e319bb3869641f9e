import threading

first = []


def work():
    if not first:
        first.append(threading.current_thread())


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(first[0] is threads[0])
