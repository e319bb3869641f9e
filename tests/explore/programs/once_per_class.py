import threading

class Box:
    made = None

    def __new__(cls):
        if cls.made is None:
            cls.made = super().__new__(cls)
        return cls.made


def work():
    boxes.append(Box())


boxes = []
t = threading.Thread(target=work)
t.start()
boxes.append(Box())
t.join()
print(boxes[0] is boxes[1])
