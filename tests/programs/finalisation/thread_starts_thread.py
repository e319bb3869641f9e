# A thread that outlives the main thread may still start others.
import threading
import time

def second():
    print("second generation")

def first():
    time.sleep(0.1)
    t = threading.Thread(target=second)
    t.start()
    t.join()
    print("first ends")

threading.Thread(target=first).start()
print("main ends")

# stdout:
#| main ends
#| second generation
#| first ends
