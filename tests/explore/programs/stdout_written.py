import sys
import threading




def work():
    sys.stdout.write("a\n")


t = threading.Thread(target=work)
t.start()
sys.stdout.write("b\n")
t.join()
