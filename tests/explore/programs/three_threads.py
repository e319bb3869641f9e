import threading

order = ""


def work(x):
    global order
    order += x


threads = [threading.Thread(target=work, args=(x,)) for x in "ab"]
for t in threads:
    t.start()
order += "m"
for t in threads:
    t.join()
print(order)
