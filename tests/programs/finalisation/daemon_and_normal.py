# The program lives as long as its last thread that is no daemon, and the daemon works until then.
import threading
import time

def daemon():
    for n in range(10):
        time.sleep(0.1)
        print("daemon", n)

def normal():
    time.sleep(0.25)
    print("normal ends")

threading.Thread(target=daemon, daemon=True).start()
threading.Thread(target=normal).start()
print("main ends")

# stdout:
#| main ends
#| daemon 0
#| daemon 1
#| normal ends
