import threading




def work():
    import string
    string.extra = 1


t = threading.Thread(target=work)
t.start()
import string
print(hasattr(string, "extra"))
t.join()
