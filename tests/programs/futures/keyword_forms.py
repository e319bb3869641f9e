# The executors' and futures' keyword arguments, and the names that the package exports.
import concurrent.futures as cf

with cf.ThreadPoolExecutor(max_workers=2, thread_name_prefix="p", initializer=None, initargs=()) as executor:
    f = executor.submit(sorted, [3, 1], reverse=True)
    print(f.result(timeout=None), f.exception(timeout=1))  # expect: [3, 1] None
    print(list(executor.map(max, [1, 5], [2, 3], timeout=5, chunksize=1)))  # expect: [2, 5]
    done, not_done = cf.wait([f], timeout=None, return_when=cf.ALL_COMPLETED)
    print(len(done), len(not_done), [x is f for x in cf.as_completed([f, f], timeout=1)])  # expect: 1 0 [True]
    executor.shutdown(wait=True, cancel_futures=False)
print(issubclass(cf.BrokenExecutor, RuntimeError), cf.CancelledError.__name__, issubclass(cf.InvalidStateError, cf._base.Error))  # expect: True CancelledError True
print(cf.Future.__name__, issubclass(cf.ThreadPoolExecutor, cf.Executor))  # expect: Future True
