# A Timer is a thread that the program waits for; a daemon timer isn't waited for.
import threading

threading.Timer(0.1, print, ["timer fired"]).start()
lost = threading.Timer(20, print, ["never"])
lost.daemon = True
lost.start()
print("main done")

# stdout:
#| main done
#| timer fired
