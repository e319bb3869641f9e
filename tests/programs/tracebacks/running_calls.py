# The calls that are under way: printed, as a list, of a frame, in a thread.
import sys
import threading
import traceback


def inner():
    traceback.print_stack()
    print([entry.name for entry in traceback.extract_stack()], traceback.format_stack(limit=1), flush=True)
    print([frame.f_code.co_name for frame, line in traceback.walk_stack(None)][-2:], flush=True)
    traceback.print_stack(sys._getframe(1), file=sys.stdout)


def outer():
    inner()


outer()


def work():
    traceback.print_stack(limit=-2)
    print([entry.name for entry in traceback.extract_stack()], flush=True)


thread = threading.Thread(target=work)
thread.start()
thread.join()
try:
    raise OSError("x")
except OSError as error:
    print(traceback.TracebackException.from_exception(error).exc_type_str)
traceback.print_stack(list(sys._current_frames().values())[0])

# stdout:
#| ['<module>', 'outer', 'inner'] ['  File "running_calls.py", line 9, in inner\n    print([entry.name for entry in traceback.extract_stack()], traceback.format_stack(limit=1), flush=True)\n']
#| []
#|   File "running_calls.py", line 18, in <module>
#|     outer()
#|   File "running_calls.py", line 15, in outer
#|     inner()
#| ['_bootstrap', '_bootstrap_inner', 'run', 'work']
#| OSError
# stderr:
#|   File "running_calls.py", line 18, in <module>
#|     outer()
#|   File "running_calls.py", line 15, in outer
#|     inner()
#|   File "running_calls.py", line 8, in inner
#|     traceback.print_stack()
#|   File "<lib>/threading.py", in _bootstrap
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "running_calls.py", line 33, in <module>
#|     traceback.print_stack(list(sys._current_frames().values())[0])
