# Atexit errors.
import atexit, threading
def bye(n): print("bye", n)
atexit.register(bye, 1); atexit.register(bye, n=2)
@atexit.register
def third(): print("third"); raise ValueError("in atexit")
atexit.unregister(bye)
atexit.register(bye, 3)
print("end")

# stdout:
#| end
#| bye 3
#| third
# stderr:
#| Exception ignored in atexit callback <function third at 0xADDRESS>:
#| Traceback (most recent call last):
#|   File "atexit_errors.py", line 6, in third
#|     def third(): print("third"); raise ValueError("in atexit")
#| ValueError: in atexit
