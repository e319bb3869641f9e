# The smallest program with a thread: what it takes is the start of the machine.
import threading


def work():
    print("hello")


thread = threading.Thread(target=work)
thread.start()
thread.join()
