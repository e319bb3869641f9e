import sys
import threading




def work():
    sys.stdout = sys.stderr


t = threading.Thread(target=work)
t.start()
print("b")
t.join()
