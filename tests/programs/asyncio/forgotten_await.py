# Coroutines that are thrown away are told of, once for each line; those that are kept, or wrapped in tasks, are not.
import asyncio
kept = []
async def f(): return 1
def g():
    c = f(); kept.append(c); return c
async def main():
    asyncio.sleep(1)
    g()
    f()
    for _ in range(2):
        f()
    asyncio.create_task(f())
    asyncio.gather(f(), f())
    await f()
    print(await kept[0])
asyncio.run(main())
print("end")

# stdout:
#| 1
#| end
# stderr:
#| forgotten_await.py:8: RuntimeWarning: coroutine 'sleep' was never awaited
#|   asyncio.sleep(1)
#| RuntimeWarning: Enable tracemalloc to get the object allocation traceback
#| forgotten_await.py:10: RuntimeWarning: coroutine 'f' was never awaited
#|   f()
#| RuntimeWarning: Enable tracemalloc to get the object allocation traceback
#| forgotten_await.py:12: RuntimeWarning: coroutine 'f' was never awaited
#|   f()
#| RuntimeWarning: Enable tracemalloc to get the object allocation traceback
