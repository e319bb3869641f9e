# Future used without an executor: set_result, set_exception, state errors.
from concurrent.futures import Future, InvalidStateError

future = Future()
future.add_done_callback(lambda f: print("done with", f.result()))
print(future.set_running_or_notify_cancel(), future.running())
future.set_result(5)
print(future.result(), future.done())
try:
    future.set_result(6)
except InvalidStateError as error:
    print("InvalidStateError", str(error)[:12])
failed = Future()
failed.set_exception(KeyError("k"))
try:
    failed.result()
except KeyError as error:
    print(repr(error))
cancelled = Future()
print(cancelled.cancel(), cancelled.set_running_or_notify_cancel(), cancelled.cancelled())
try:
    Future().result(timeout=0.01)
except TimeoutError:
    print("nobody sets it")

# stdout:
#| True True
#| done with 5
#| 5 True
#| InvalidStateError FINISHED: <F
#| KeyError('k')
#| True False True
#| nobody sets it
