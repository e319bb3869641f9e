import threading

def ring():
    print("ring")


timer = threading.Timer(1, ring)
timer.start()
timer.cancel()
timer.join()
print("end")
