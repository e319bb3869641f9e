# A daemon thread is cut off when the program ends; its finally does not run.
import threading
import time

def background():
    try:
        while True:
            print("working")
            time.sleep(0.2)
    finally:
        print("never printed")

threading.Thread(target=background, daemon=True).start()
time.sleep(0.3)
print("main done")

# stdout:
#| working
#| working
#| main done
