# Excepthook fails.
import threading
def hook(args): raise RuntimeError("hook failed")
threading.excepthook = hook
t = threading.Thread(target=lambda: [][1], name="x"); t.start(); t.join()
print("on")

# stdout:
#| on
# stderr:
#| Exception in threading.excepthook:
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in invoke_excepthook
#|   File "excepthook_fails.py", line 3, in hook
#|     def hook(args): raise RuntimeError("hook failed")
#|                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#| RuntimeError: hook failed
