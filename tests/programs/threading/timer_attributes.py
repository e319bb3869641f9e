# Timer attributes.
import threading, time
def hello(who, mark="."): print("hello", who + mark, threading.current_thread().name)
t = threading.Timer(0.05, hello, args=["world"], kwargs={"mark": "!"})
t.start()
u = threading.Timer(0.2, hello, ["never"])
u.name = "u"
u.start()
time.sleep(0.1)
u.cancel()
t.join(); u.join()
print(t.is_alive(), u.finished.is_set(), t.interval, u.args, t.function.__name__)
print(repr(t).split(",")[0])

# stdout:
#| hello world! Thread-1
#| False True 0.05 ['never'] hello
#| <Timer(Thread-1
