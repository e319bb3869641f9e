import io
import threading

x = io.StringIO()


def work():
    x.write("a")


t = threading.Thread(target=work)
t.start()
x.write("b")
print(x.getvalue())
t.join()
