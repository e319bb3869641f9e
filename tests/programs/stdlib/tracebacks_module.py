# traceback.print_exc, format_exc, print_exception, extract_tb.
import sys
import traceback

def inner():
    raise ValueError("deep")

def outer():
    inner()

try:
    outer()
except ValueError as error:
    traceback.print_exc()
    traceback.print_exc(file=sys.stdout)
    text = traceback.format_exc()
    print(text.splitlines()[0], "|", text.splitlines()[-1])
    print([frame.name for frame in traceback.extract_tb(error.__traceback__)])
    print(traceback.format_exception_only(error))

# stdout:
#| Traceback (most recent call last):
#|   File "tracebacks_module.py", line 12, in <module>
#|     outer()
#|     ~~~~~^^
#|   File "tracebacks_module.py", line 9, in outer
#|     inner()
#|     ~~~~~^^
#|   File "tracebacks_module.py", line 6, in inner
#|     raise ValueError("deep")
#| ValueError: deep
#| Traceback (most recent call last): | ValueError: deep
#| ['<module>', 'outer', 'inner']
#| ['ValueError: deep\n']
# stderr:
#| Traceback (most recent call last):
#|   File "tracebacks_module.py", line 12, in <module>
#|     outer()
#|     ~~~~~^^
#|   File "tracebacks_module.py", line 9, in outer
#|     inner()
#|     ~~~~~^^
#|   File "tracebacks_module.py", line 6, in inner
#|     raise ValueError("deep")
#| ValueError: deep
