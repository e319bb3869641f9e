# since 3.11
import threading

x = []


def work():
    x.append(1)


t = threading.Thread(target=work)
t.start()
try:
    raise ExceptionGroup("g", [ValueError(len(x))])
except* ValueError as error:
    print(error.exceptions)
t.join()
