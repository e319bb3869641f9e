import threading
from dataclasses import dataclass

@dataclass
class Box:
    x: int = 1


box = Box()


def work():
    box.x = 2


t = threading.Thread(target=work)
t.start()
print(box)
t.join()
