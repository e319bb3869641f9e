import threading

condition = threading.Condition()
tokens = 0


def work(name):
    global tokens
    with condition:
        while tokens == 0:
            condition.wait()
        tokens -= 1
        print(name)


threads = [threading.Thread(target=work, args=(n,)) for n in "ab"]
for t in threads:
    t.start()
with condition:
    tokens = 2
    condition.notify(2)
for t in threads:
    t.join()
