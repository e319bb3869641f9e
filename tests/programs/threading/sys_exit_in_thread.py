# Sys exit in thread.
import sys, threading
def w(): sys.exit(3)
t = threading.Thread(target=w); t.start(); t.join()
try: sys.exit("msg")
except SystemExit as e: print(repr(e), e.code)
def f():
    try: sys.exit(4)
    finally: print("cleanup")
f()

# stdout:
#| SystemExit('msg') msg
#| cleanup
# exit: 4
