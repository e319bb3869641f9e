# Tour.
import asyncio, time
async def say(d, w): await asyncio.sleep(d); print(w); return w
async def main():
    t0 = time.perf_counter()
    print(await asyncio.gather(say(.05, "b"), say(.02, "a")))
    t = asyncio.create_task(say(.5, "never"), name="T"); await asyncio.sleep(0)
    t.cancel()
    try: await t
    except asyncio.CancelledError: print("cancelled", t.cancelled(), t.get_name(), t.done())
    try: await asyncio.wait_for(say(1, "late"), timeout=.05)
    except asyncio.TimeoutError as e: print("timeout", repr(e))
    try:
        async with asyncio.timeout(.02): await asyncio.sleep(1)
    except TimeoutError: print("timeout2")
    q = asyncio.Queue(2)
    async def prod():
        for i in range(4): await q.put(i)
        await q.put(None)
    async def cons():
        while (x := await q.get()) is not None: print("got", x); q.task_done()
    await asyncio.gather(prod(), cons())
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(say(.02, "x")); b = tg.create_task(say(.01, "y"))
    print(a.result(), b.result())
    r = await asyncio.gather(say(.01, "ok"), boom(), return_exceptions=True); print(r)
    d, p = await asyncio.wait([asyncio.create_task(say(.01, 1)), asyncio.create_task(say(.05, 2))], return_when=asyncio.FIRST_COMPLETED); print(len(d), len(p))
    for c in asyncio.as_completed([say(.04, "s"), say(.01, "f")]): print("ac", await c)
    print(await asyncio.to_thread(lambda: 5), await asyncio.get_running_loop().run_in_executor(None, pow, 2, 3))
    s = asyncio.Semaphore(1); l = asyncio.Lock(); e = asyncio.Event()
    async with s, l: print(s.locked(), l.locked())
    asyncio.get_running_loop().call_later(.01, e.set); await e.wait(); print(e.is_set())
    await asyncio.shield(say(.01, "shield"))
    print(round(time.perf_counter() - t0, 1) < 1)
async def boom(): raise ValueError("boom")
asyncio.run(main())
try: asyncio.run(boom())
except ValueError as e: print(e)
asyncio.run(boom())

# stdout:
#| a
#| b
#| ['b', 'a']
#| cancelled True T True
#| timeout TimeoutError()
#| timeout2
#| got 0
#| got 1
#| got 2
#| got 3
#| y
#| x
#| x y
#| ok
#| ['ok', ValueError('boom')]
#| 1
#| 1 1
#| f
#| ac f
#| 2
#| s
#| ac s
#| 5 8
#| True True
#| True
#| shield
#| True
#| boom
# stderr:
#| Traceback (most recent call last):
#|   File "tour.py", line 39, in <module>
#|     asyncio.run(boom())
#|     ~~~~~~~~~~~^^^^^^^^
#|   File "<lib>/asyncio/runners.py", in run
#|   File "<lib>/asyncio/runners.py", in run
#|   File "<lib>/asyncio/base_events.py", in run_until_complete
#|   File "tour.py", line 35, in boom
#|     async def boom(): raise ValueError("boom")
#|                       ^^^^^^^^^^^^^^^^^^^^^^^^
#| ValueError: boom
# exit: 1
