# Local request context.
import threading, contextlib
ctx = threading.local()
@contextlib.contextmanager
def request(id):
    ctx.id = id
    try: yield
    finally: del ctx.id
def handler(): print(threading.current_thread().name, ctx.id)
def w(n):
    with request(n): handler()
for i in range(3):
    t = threading.Thread(target=w, args=(i,), name=f"req-{i}"); t.start(); t.join()
print(hasattr(ctx, "id"), ctx.__dict__)
handler()

# stdout:
#| req-0 0
#| req-1 1
#| req-2 2
#| False {}
# stderr:
#| Traceback (most recent call last):
#|   File "local_request_context.py", line 15, in <module>
#|     handler()
#|     ~~~~~~~^^
#|   File "local_request_context.py", line 9, in handler
#|     def handler(): print(threading.current_thread().name, ctx.id)
#|                                                           ^^^^^^
#| AttributeError: '_thread._local' object has no attribute 'id'
# exit: 1
