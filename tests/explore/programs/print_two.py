import threading

def work(x):
    print(x)
    print(x)


t = threading.Thread(target=work, args=("a",))
t.start()
work("b")
