import sys
import threading

flag = False


def work():
    global flag
    flag = True


thread = threading.Thread(target=work)
thread.start()
if flag:
    sys.exit(1)
thread.join()
