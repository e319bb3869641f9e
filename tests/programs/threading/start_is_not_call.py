# Interview: target=work() calls the function in the main thread and starts a thread with nothing to do.
import threading

def work():
    print("running in", threading.current_thread().name)

t = threading.Thread(target=work(), name="Background")
t.start()
t.join()
right = threading.Thread(target=work, name="Background")
right.start()
right.join()
wrong = threading.Thread(target=work, name="Background")
wrong.run()

# stdout:
#| running in MainThread
#| running in Background
#| running in MainThread
