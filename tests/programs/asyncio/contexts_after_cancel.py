# What was handled before an await is no context of what is raised after it; timeouts and conditions tell what came of them.
import asyncio


async def fail(n):
    await asyncio.sleep(n / 10)
    raise ValueError(n)


async def stubborn():
    try:
        async with asyncio.timeout(0.1):
            try:
                await asyncio.sleep(9)
            except asyncio.CancelledError:
                raise KeyError("answer")
    except KeyError as error:
        late = error.__context__
        print(repr(error), repr(late), repr(late.__context__), repr(late.__cause__))


async def lost_wakeup():
    condition = asyncio.Condition()
    woken = []

    async def wait(name):
        async with condition:
            await condition.wait()
            woken.append(name)

    first = asyncio.create_task(wait("first"))
    second = asyncio.create_task(wait("second"))
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
        first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    await asyncio.wait([second], timeout=1)
    print(first.cancelled(), second.done(), woken)
    second.cancel()


async def main():
    slow = asyncio.create_task(asyncio.sleep(9))
    bad = asyncio.create_task(fail(0))
    worse = asyncio.create_task(fail(0))
    await asyncio.sleep(0.01)
    slow.cancel()
    try:
        await slow
    except asyncio.CancelledError as error:
        print(repr(error), repr(error.__context__))
    try:
        worse.result()
    except ValueError as error:
        print(repr(error), repr(error.__context__))
    try:
        raise KeyError(1)
    except KeyError as error:
        print(repr(error.__context__))
    await stubborn()
    await lost_wakeup()
    await bad


asyncio.run(main())

# stdout:
#| CancelledError() None
#| ValueError(0) None
#| None
#| KeyError('answer') TimeoutError() CancelledError() CancelledError()
#| True True ['second']
# stderr:
#| Traceback (most recent call last):
#|   File "contexts_after_cancel.py", line 66, in <module>
#|     asyncio.run(main())
#|     ~~~~~~~~~~~^^^^^^^^
#|   File "<lib>/asyncio/runners.py", in run
#|   File "<lib>/asyncio/runners.py", in run
#|   File "<lib>/asyncio/base_events.py", in run_until_complete
#|   File "contexts_after_cancel.py", line 63, in main
#|     await bad
#|   File "contexts_after_cancel.py", line 7, in fail
#|     raise ValueError(n)
#| ValueError: 0
# exit: 1
