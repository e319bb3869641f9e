# A module that nobody has.
print("before")
import no_such_library
from nothing import something

# stdout:
#| before
# stderr:
#| Traceback (most recent call last):
#|   File "missing_module.py", line 3, in <module>
#|     import no_such_library
#| ModuleNotFoundError: No module named 'no_such_library'
# exit: 1
