# not compared with CPython: the comparison sets the switch interval itself
import sys
import threading




def work():
    sys.setswitchinterval(1)


t = threading.Thread(target=work)
t.start()
print(sys.getswitchinterval())
t.join()
