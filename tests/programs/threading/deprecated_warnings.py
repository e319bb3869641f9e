# Every deprecated name of threading and logging warns once per line.
import threading, logging
t = threading.Thread(target=print, args=("x",))
t.setDaemon(False); print(t.isDaemon()); t.setName("n"); print(t.getName())
c = threading.Condition()
with c: c.notifyAll()
print(threading.Event().isSet(), threading.activeCount())
for i in range(3): threading.currentThread()
logging.warn("w"); logging.getLogger("a").warn("b")
def w(): print(threading.currentThread().getName())
x = threading.Thread(target=w, name="q"); x.start(); x.join()

# stdout:
#| False
#| n
#| False 1
#| q
# stderr:
#| deprecated_warnings.py:4: DeprecationWarning: setDaemon() is deprecated, set the daemon attribute instead
#|   t.setDaemon(False); print(t.isDaemon()); t.setName("n"); print(t.getName())
#| deprecated_warnings.py:4: DeprecationWarning: isDaemon() is deprecated, get the daemon attribute instead
#|   t.setDaemon(False); print(t.isDaemon()); t.setName("n"); print(t.getName())
#| deprecated_warnings.py:4: DeprecationWarning: setName() is deprecated, set the name attribute instead
#|   t.setDaemon(False); print(t.isDaemon()); t.setName("n"); print(t.getName())
#| deprecated_warnings.py:4: DeprecationWarning: getName() is deprecated, get the name attribute instead
#|   t.setDaemon(False); print(t.isDaemon()); t.setName("n"); print(t.getName())
#| deprecated_warnings.py:6: DeprecationWarning: notifyAll() is deprecated, use notify_all() instead
#|   with c: c.notifyAll()
#| deprecated_warnings.py:7: DeprecationWarning: isSet() is deprecated, use is_set() instead
#|   print(threading.Event().isSet(), threading.activeCount())
#| deprecated_warnings.py:7: DeprecationWarning: activeCount() is deprecated, use active_count() instead
#|   print(threading.Event().isSet(), threading.activeCount())
#| deprecated_warnings.py:8: DeprecationWarning: currentThread() is deprecated, use current_thread() instead
#|   for i in range(3): threading.currentThread()
#| deprecated_warnings.py:9: DeprecationWarning: The 'warn' function is deprecated, use 'warning' instead
#|   logging.warn("w"); logging.getLogger("a").warn("b")
#| WARNING:root:w
#| deprecated_warnings.py:9: DeprecationWarning: The 'warn' method is deprecated, use 'warning' instead
#|   logging.warn("w"); logging.getLogger("a").warn("b")
#| WARNING:a:b
#| deprecated_warnings.py:10: DeprecationWarning: currentThread() is deprecated, use current_thread() instead
#|   def w(): print(threading.currentThread().getName())
#| deprecated_warnings.py:10: DeprecationWarning: getName() is deprecated, get the name attribute instead
#|   def w(): print(threading.currentThread().getName())
