import threading

def work():
    print(threading.current_thread().name)


def start():
    threading.Thread(target=work).start()


t = threading.Thread(target=start)
t.start()
start()
