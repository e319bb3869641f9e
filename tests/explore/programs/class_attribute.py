import threading

class Count:
    made = 0

    def __init__(self):
        Count.made += 1
        self.number = Count.made


def work():
    Count()


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(Count.made)
