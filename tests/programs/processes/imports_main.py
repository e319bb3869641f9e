"""`import __main__` gives the module that is running, also in children; nothing runs a second time."""
import multiprocessing
import sys

x = 5


def job():
    import __main__ as main
    print(main.__name__, hasattr(main, "job"), main.job is job, getattr(main, "x"))


if __name__ == "__main__":
    print("top", __name__)
    import __main__
    from __main__ import x as same

    print(__main__.x, same, __main__ is sys.modules[__name__], hasattr(__main__, "missing"))
    __main__.x = 7
    print(x, __main__.job is job)
    for method in ("fork", "spawn"):
        process = multiprocessing.get_context(method).Process(target=job)
        process.start()
        process.join()
        print(method, process.exitcode)

# stdout:
#| top __main__
#| 5 5 True False
#| 7 True
#| __main__ True True 7
#| fork 0
#| __mp_main__ True True 5
#| spawn 0
