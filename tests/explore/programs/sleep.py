import threading
import time

def work():
    time.sleep(1)
    print("work")


t = threading.Thread(target=work)
t.start()
time.sleep(2)
print("main")
