import threading

n = 0


def work():
    1 // n


t = threading.Thread(target=work)
t.start()
n = 1
t.join()
print("end")
