# ThreadPool and multiprocessing.dummy: the same interface with threads, so nothing is pickled.
import multiprocessing.dummy
import threading
from multiprocessing.pool import ThreadPool

seen = []


def note(n):
    seen.append(n)
    return threading.current_thread() is threading.main_thread()


def fail(n):
    raise KeyError(n)


if __name__ == "__main__":
    with ThreadPool(2) as pool:
        print(pool.map(lambda n: n * 2, range(4)), pool.map(note, range(3)), sorted(seen))
        print(list(pool.imap(str, range(3))), sorted(pool.imap_unordered(str, range(3))))
        print(pool.starmap(divmod, [(7, 2), (9, 4)]), pool.apply(max, (1, 2)))
        result = pool.apply_async(fail, (1,), error_callback=lambda error: print("callback", repr(error)))
        result.wait()
        try:
            result.get()
        except KeyError as error:
            print(repr(error), error.__cause__)
        print(repr(pool))
    with multiprocessing.dummy.Pool(2) as pool:
        print(pool.map(len, ["a", "bb"]), type(pool).__name__)
    process = multiprocessing.dummy.Process(target=note, args=("dummy",))
    process.start()
    process.join()
    print(seen[-1], process.exitcode, isinstance(process, threading.Thread))
    a, b = multiprocessing.dummy.Pipe()
    a.send("hi")
    print(b.poll(), b.recv(), b.poll(), b.poll(0.01))
    print(multiprocessing.dummy.Value("i", 3).value, multiprocessing.dummy.Array("i", [1, 2]))
    print(type(multiprocessing.dummy.Queue()).__name__, type(multiprocessing.dummy.JoinableQueue()).__name__)
    print(multiprocessing.dummy.active_children(), multiprocessing.dummy.current_process().name)
    print(multiprocessing.dummy.Manager().dict, multiprocessing.dummy.Namespace(x=1, _y=2))

# stdout:
#| [0, 2, 4, 6] [False, False, False] [0, 1, 2]
#| ['0', '1', '2'] ['0', '1', '2']
#| [(3, 1), (2, 1)] 2
#| callback KeyError(1)
#| KeyError(1) None
#| <multiprocessing.pool.ThreadPool state=RUN pool_size=2>
#| [1, 2] ThreadPool
#| dummy 0 True
#| True hi False False
#| 3 array('i', [1, 2])
#| Queue Queue
#| [] MainThread
#| <class 'dict'> Namespace(x=1)
