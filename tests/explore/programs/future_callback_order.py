from concurrent.futures import Future
import threading

f = Future()


def work():
    f.set_result(1)


t = threading.Thread(target=work)
t.start()
f.add_done_callback(lambda f: print("called", threading.current_thread() is t))
t.join()
