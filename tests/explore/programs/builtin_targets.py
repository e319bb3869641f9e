# The target of a thread is a method of a built-in type.
import threading

items = []
threads = [threading.Thread(target=items.append, args=(i,)) for i in range(2)]
for thread in threads:
    thread.start()
print(len(items))
for thread in threads:
    thread.join()
print(items)
