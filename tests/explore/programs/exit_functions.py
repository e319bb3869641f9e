import atexit
import threading




def work():
    atexit.register(print, "a")


t = threading.Thread(target=work)
t.start()
atexit.register(print, "b")
t.join()
