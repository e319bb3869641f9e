# Coroutines that are kept and never awaited: told of when their function returns, when an error drops them, at the end.
import asyncio

async def fetch():
    return {"a": 1}

def helper():
    forgotten = fetch()
    return 1

async def main():
    try:
        fetch()["a"]
    except TypeError as error:
        print(error)
    try:
        fetch().json()
    except AttributeError as error:
        print(error)
    try:
        for item in fetch():
            print(item)
    except TypeError as error:
        print(error)
    if fetch():
        print("a coroutine is true")
    if fetch() == {"a": 1}:
        print("never")
    helper()
    try:
        asyncio.run(fetch())
    except RuntimeError as error:
        print(error)
    kept = fetch()
    print(await kept)

asyncio.run(main())
late = fetch()
closed = fetch()
closed.close()

# stdout:
#| 'coroutine' object is not subscriptable
#| 'coroutine' object has no attribute 'json'
#| 'coroutine' object is not iterable
#| a coroutine is true
#| asyncio.run() cannot be called from a running event loop
#| {'a': 1}
# stderr:
#| never_awaited.py:13: RuntimeWarning: coroutine 'fetch' was never awaited
#|   fetch()["a"]
#| RuntimeWarning: Enable tracemalloc to get the object allocation traceback
#| never_awaited.py:19: RuntimeWarning: coroutine 'fetch' was never awaited
#|   print(error)
#| RuntimeWarning: Enable tracemalloc to get the object allocation traceback
#| never_awaited.py:21: RuntimeWarning: coroutine 'fetch' was never awaited
#|   for item in fetch():
#| RuntimeWarning: Enable tracemalloc to get the object allocation traceback
#| never_awaited.py:25: RuntimeWarning: coroutine 'fetch' was never awaited
#|   if fetch():
#| RuntimeWarning: Enable tracemalloc to get the object allocation traceback
#| never_awaited.py:27: RuntimeWarning: coroutine 'fetch' was never awaited
#|   if fetch() == {"a": 1}:
#| RuntimeWarning: Enable tracemalloc to get the object allocation traceback
#| never_awaited.py:29: RuntimeWarning: coroutine 'fetch' was never awaited
#|   helper()
#| RuntimeWarning: Enable tracemalloc to get the object allocation traceback
#| never_awaited.py:33: RuntimeWarning: coroutine 'fetch' was never awaited
#|   print(error)
#| RuntimeWarning: Enable tracemalloc to get the object allocation traceback
#| <sys>:0: RuntimeWarning: coroutine 'fetch' was never awaited
