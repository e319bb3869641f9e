# Bad arguments.
import logging
log = logging.getLogger("q")
log.warning("last resort")
log.warning("bad args %s %s", 1)
print("on")

# stdout:
#| on
# stderr:
#| last resort
#| --- Logging error ---
#| Traceback (most recent call last):
#|   File "<lib>/logging/__init__.py", in emit
#|   File "<lib>/logging/__init__.py", in format
#|   File "<lib>/logging/__init__.py", in format
#|   File "<lib>/logging/__init__.py", in getMessage
#| TypeError: not enough arguments for format string
#| Call stack:
#|   File "bad_arguments.py", line 5, in <module>
#|     log.warning("bad args %s %s", 1)
#| Message: 'bad args %s %s'
#| Arguments: (1,)
