import threading




def work():
    work.n = 2


work.n = 1
t = threading.Thread(target=work)
t.start()
print(work.n)
t.join()
