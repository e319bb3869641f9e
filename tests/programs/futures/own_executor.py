# Own executor.
from concurrent.futures import ThreadPoolExecutor, as_completed, Future, Executor
import threading, time
class Inline(Executor):
    def submit(self, fn, /, *a, **k):
        f = Future()
        try: f.set_result(fn(*a, **k))
        except BaseException as e: f.set_exception(e)
        return f
with Inline() as ex: print(list(ex.map(lambda x: x + 1, [1, 2])), ex.submit(int, "x").exception())
def job(n): time.sleep(0.03 * n); return threading.current_thread().name
with ThreadPoolExecutor(2, "P") as ex: print([f.result() for f in [ex.submit(job, i) for i in (1, 2)]])
f = Future(); print(f.set_running_or_notify_cancel(), f.running(), f.cancel())
g = Future(); g.cancel(); print(g.set_running_or_notify_cancel(), g)  if False else print(g.set_running_or_notify_cancel())
with ThreadPoolExecutor(3) as ex:
    results = {}
    todo = {ex.submit(pow, b, 2): b for b in range(4)}
    for f in as_completed(todo): results[todo[f]] = f.result()
    print(dict(sorted(results.items())))

# stdout:
#| [2, 3] invalid literal for int() with base 10: 'x'
#| ['P_0', 'P_1']
#| True True False
#| False
#| {0: 0, 1: 1, 2: 4, 3: 9}
