import math
import threading




def work():
    math.extra = 1


t = threading.Thread(target=work)
t.start()
print(hasattr(math, "extra"))
t.join()
