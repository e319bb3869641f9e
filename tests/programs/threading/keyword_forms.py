# The constructors with all their keywords; a misspelt one is a TypeError.
import threading

def work(n, word="-"):
    print(n, word)

t = threading.Thread(group=None, target=work, name="N", args=(1,), kwargs={"word": "w"}, daemon=None)
t.start()
t.join(timeout=None)
timer = threading.Timer(interval=0.01, function=work, args=None, kwargs={"n": 2})
timer.start()
timer.join()
barrier = threading.Barrier(parties=1, action=lambda: print("action"), timeout=5)
print(barrier.wait(timeout=1))
condition = threading.Condition(lock=None)
with condition:
    condition.notify(n=1)
    print(condition.wait_for(predicate=lambda: True, timeout=None))
print(threading.Semaphore(value=1).acquire(blocking=True, timeout=None), threading.Event().wait(timeout=0))
for wrong in (lambda: threading.Thread(Target=work), lambda: threading.Thread(work, 1, 2, 3, 4, 5, 6), lambda: threading.Timer(), lambda: threading.Lock(5), lambda: threading.Thread(target=work, args=5)):
    try:
        wrong()
    except TypeError as error:
        print(error)

# stdout:
#| 1 w
#| 2 -
#| action
#| 0
#| True
#| True False
#| Thread.__init__() got an unexpected keyword argument 'Target'. Did you mean 'target'?
#| Thread.__init__() takes from 1 to 6 positional arguments but 8 were given
#| Timer.__init__() missing 2 required positional arguments: 'interval' and 'function'
#| lock expected 0 arguments, got 1
