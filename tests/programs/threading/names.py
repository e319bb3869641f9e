# Default names count up and carry the target's name; names can be given and changed.
import threading

def task():
    print("in", threading.current_thread().name)

first = threading.Thread(target=task)
second = threading.Thread(target=task, name="Downloader")
third = threading.Thread()
fourth = threading.Thread(target=lambda: None)
print(first.name, second.name, third.name, fourth.name)
second.name = "Uploader"
print(second.name)
for t in (first, second):
    t.start()
    t.join()
print(threading.current_thread().name, threading.main_thread().name)
print(threading.Thread(name=7).name + "!")

# stdout:
#| Thread-1 (task) Downloader Thread-2 Thread-3 (<lambda>)
#| Uploader
#| in Thread-1 (task)
#| in Uploader
#| MainThread MainThread
#| 7!
