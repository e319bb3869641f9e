import threading

own = threading.local()
seen = []


def work():
    own.x = seen[-1:]
    seen.append(own.x)


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(seen)
