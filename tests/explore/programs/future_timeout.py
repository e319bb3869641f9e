from concurrent.futures import Future
import threading

f = Future()


def work():
    f.set_result(1)


t = threading.Thread(target=work)
t.start()
try:
    print(f.result(timeout=1))
except TimeoutError:
    print("late")
t.join()
