# Warning filters.
import warnings, sys
def old():
    warnings.warn("old is gone", DeprecationWarning, stacklevel=2)
def f():
    warnings.warn("careful")
for i in range(3):
    old()
    f()
old(); f()
warnings.warn("pend", PendingDeprecationWarning)
warnings.warn("rt", RuntimeWarning)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    f(); f(); old()
    print(len(w), w[0].message, w[0].category, w[0].lineno, str(w[0].message), w[-1].lineno)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    f()
f()
warnings.filterwarnings("error", category=UserWarning)
try: f()
except UserWarning as e: print("raised", e)
class W(UserWarning): pass
warnings.filterwarnings("ignore", message="secret")
warnings.warn("Secret thing", W)
warnings.resetwarnings()
warnings.simplefilter("once")
for i in range(2): warnings.warn("one", W); warnings.warn(W("two"))
try: warnings.simplefilter("x")
except ValueError as e: print(e)
try: warnings.warn("a", 5)
except TypeError as e: print(e)
def show(message, category, filename, lineno, file=None, line=None): print("show", message, category.__name__, filename.split('/')[-1], lineno)
warnings.showwarning = show
warnings.warn("via hook")
@warnings.deprecated("use g")
def g(): return 1
print(g(), g.__deprecated__)
warnings.filterwarnings("error")
def h():
    warnings.warn("final", stacklevel=1)
h()

# stdout:
#| 3 careful <class 'UserWarning'> 6 careful 15
#| raised careful
#| invalid action: 'x'
#| category must be a Warning subclass, not 'int'
#| show via hook UserWarning warning_filters.py 36
#| show use g DeprecationWarning warning_filters.py 39
#| 1 use g
# stderr:
#| warning_filters.py:8: DeprecationWarning: old is gone
#|   old()
#| warning_filters.py:6: UserWarning: careful
#|   warnings.warn("careful")
#| warning_filters.py:10: DeprecationWarning: old is gone
#|   old(); f()
#| warning_filters.py:12: RuntimeWarning: rt
#|   warnings.warn("rt", RuntimeWarning)
#| warning_filters.py:6: UserWarning: careful
#|   warnings.warn("careful")
#| warning_filters.py:29: W: one
#|   for i in range(2): warnings.warn("one", W); warnings.warn(W("two"))
#| warning_filters.py:29: W: two
#|   for i in range(2): warnings.warn("one", W); warnings.warn(W("two"))
#| Traceback (most recent call last):
#|   File "warning_filters.py", line 43, in <module>
#|     h()
#|     ~^^
#|   File "warning_filters.py", line 42, in h
#|     warnings.warn("final", stacklevel=1)
#|     ~~~~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^^^
#| UserWarning: final
# exit: 1
