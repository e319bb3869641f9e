# threading.local: each thread has its own attributes; the main thread's are not seen by others.
import threading

data = threading.local()
data.value = "main"

def worker(n):
    print(hasattr(data, "value"))
    data.value = n
    print(data.value, sorted(vars(data)))

for n in range(2):
    t = threading.Thread(target=worker, args=(n,))
    t.start()
    t.join()
print(data.value)
try:
    del data.value
    data.value
except AttributeError as error:
    print(str(error).split(".")[-1])

# stdout:
#| False
#| 0 ['value']
#| False
#| 1 ['value']
#| main
#| _local' object has no attribute 'value'
