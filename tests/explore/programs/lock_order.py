import threading

first, second = threading.Lock(), threading.Lock()


def work(a, b):
    with a:
        with b:
            pass


a = threading.Thread(target=work, args=(first, second))
b = threading.Thread(target=work, args=(second, first))
a.start()
b.start()
a.join()
b.join()
print("done")
