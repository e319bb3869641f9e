import threading

x = {1}


def work():
    x.add(2)


t = threading.Thread(target=work)
t.start()
try:
    for i in x:
        print(i)
except RuntimeError as e:
    print(e)
t.join()
