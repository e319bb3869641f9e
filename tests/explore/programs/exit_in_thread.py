import sys
import threading




def work():
    sys.exit(3)


t = threading.Thread(target=work)
t.start()
print("a")
t.join()
