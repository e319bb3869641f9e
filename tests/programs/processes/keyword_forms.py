# Process and Pool with all their keywords; the exceptions of the package.
import multiprocessing

def work(n, word=""):
    print(n, word, flush=True)
    return n

if __name__ == "__main__":
    p = multiprocessing.Process(group=None, target=work, name="N", args=(1,), kwargs={"word": "w"}, daemon=None)
    p.start()
    p.join(timeout=None)
    with multiprocessing.Pool(processes=1, initializer=None, initargs=(), maxtasksperchild=None) as pool:
        print(pool.apply_async(func=work, args=(2,), kwds={"word": "v"}, callback=None, error_callback=None).get(timeout=5))
        print(pool.map(func=abs, iterable=[-1], chunksize=None), pool.apply(func=abs, args=(-3,), kwds={}))
    for wrong in (lambda: multiprocessing.Process(Target=work), lambda: multiprocessing.Process(target=work, args=5)):
        try:
            wrong()
        except TypeError as error:
            print(error)
    for kind in (multiprocessing.TimeoutError, multiprocessing.AuthenticationError, multiprocessing.BufferTooShort):
        print(kind.__name__, issubclass(kind, multiprocessing.ProcessError), issubclass(kind, OSError))

# stdout:
#| 1 w
#| 2 v
#| 2
#| [1] 3
#| BaseProcess.__init__() got an unexpected keyword argument 'Target'. Did you mean 'target'?
#| 'int' object is not iterable
#| TimeoutError True False
#| AuthenticationError True False
#| BufferTooShort True False
