import enum
import threading

class Color(enum.Enum):
    RED = 1


def work():
    Color.RED.note = 1


t = threading.Thread(target=work)
t.start()
print(hasattr(Color.RED, "note"))
t.join()
