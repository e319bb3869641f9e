import threading

locks = [threading.Lock()]


def work():
    with locks[0]:
        print("a")
        print("b")


t = threading.Thread(target=work)
t.start()
with locks[0]:
    print("c")
t.join()
