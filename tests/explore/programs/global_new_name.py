import threading

def work():
    global late
    late = 1


t = threading.Thread(target=work)
t.start()
try:
    print(late)
except NameError:
    print("none yet")
t.join()
