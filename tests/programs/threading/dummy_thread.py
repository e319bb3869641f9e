# A thread begun with _thread gets a dummy Thread object when it asks who it is.
import _thread
import threading

done = _thread.allocate_lock()
done.acquire()

def worker():
    me = threading.current_thread()
    print(type(me).__name__, me.name, me.daemon, me.is_alive())
    done.release()

_thread.start_new_thread(worker, ())
done.acquire()
print(_thread.allocate is _thread.allocate_lock, _thread.start_new is _thread.start_new_thread)

# stdout:
#| _DummyThread Dummy-1 True True
#| False False
