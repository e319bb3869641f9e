# Exit code waits.
import sys, threading, time
def late(): time.sleep(0.05); print("late")
threading.Thread(target=late).start()
raise SystemExit(7)

# stdout:
#| late
# exit: 7
