import sys
import threading




def work():
    print("a", file=sys.stderr)


t = threading.Thread(target=work)
t.start()
print("c", file=sys.stderr)
t.join()
