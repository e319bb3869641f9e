# A traffic light: cars wait for green, the light changes by time.
import threading
import time

green = threading.Event()

def light():
    for colour, seconds in (("red", 0.2), ("green", 0.2), ("red", 0.2)):
        print(f"light is {colour}")
        green.set() if colour == "green" else green.clear()
        time.sleep(seconds)

def car(name, arrives):
    time.sleep(arrives)
    if green.is_set():
        print(name, "drives through")
    else:
        print(name, "stops")
        if green.wait(timeout=0.3):
            print(name, "goes on")
        else:
            print(name, "turns round")

threads = [threading.Thread(target=light), threading.Thread(target=car, args=("bus", 0.1)), threading.Thread(target=car, args=("taxi", 0.3)), threading.Thread(target=car, args=("van", 0.5))]
for t in threads:
    t.start()
for t in threads:
    t.join()

# stdout:
#| light is red
#| bus stops
#| light is green
#| bus goes on
#| taxi drives through
#| light is red
#| van stops
#| van turns round
