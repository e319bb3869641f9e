import threading

def work():
    print("work")


t = threading.Thread(target=work)
t.start()
t.join(timeout=1)
print(t.is_alive())
