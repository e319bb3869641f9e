# Errors inside a generator show the whole call of any, all and tuple, and the whole of an `async for`.
import asyncio
import datetime
import time
import traceback

def show(function):
    try:
        function()
    except Exception:
        print(traceback.format_exc(), end="")

def tests():
    return any(x > "a" for x in [1, 2])

def tuples():
    return tuple(1 // x for x in
                 [1, 0])

async def ticks():
    yield 1
    raise ValueError("no more")

async def short():
    async for tick in ticks():
        print(tick)

async def long():
    async for tick in ticks():
        tick += 1
        tick += 1
        tick += 1
        print(tick)

def run(function):
    coroutine = function()
    try:
        coroutine.send(None)
    except StopIteration:
        pass

show(tests)
show(tuples)
show(lambda: run(short))
show(lambda: run(long))
show(lambda: time())
show(lambda: datetime(2026, 1, 1))
show(lambda: asyncio())

# stdout:
#| Traceback (most recent call last):
#|   File "whole_statements.py", line 9, in show
#|     function()
#|     ~~~~~~~~^^
#|   File "whole_statements.py", line 14, in tests
#|     return any(x > "a" for x in [1, 2])
#|   File "whole_statements.py", line 14, in <genexpr>
#|     return any(x > "a" for x in [1, 2])
#|                ^^^^^^^
#| TypeError: '>' not supported between instances of 'int' and 'str'
#| Traceback (most recent call last):
#|   File "whole_statements.py", line 9, in show
#|     function()
#|     ~~~~~~~~^^
#|   File "whole_statements.py", line 17, in tuples
#|     return tuple(1 // x for x in
#|                  [1, 0])
#|   File "whole_statements.py", line 17, in <genexpr>
#|     return tuple(1 // x for x in
#|                  ~~^^~~
#| ZeroDivisionError: integer division or modulo by zero
#| 1
#| Traceback (most recent call last):
#|   File "whole_statements.py", line 9, in show
#|     function()
#|     ~~~~~~~~^^
#|   File "whole_statements.py", line 44, in <lambda>
#|     show(lambda: run(short))
#|                  ~~~^^^^^^^
#|   File "whole_statements.py", line 38, in run
#|     coroutine.send(None)
#|     ~~~~~~~~~~~~~~^^^^^^
#|   File "whole_statements.py", line 25, in short
#|     async for tick in ticks():
#|         print(tick)
#|   File "whole_statements.py", line 22, in ticks
#|     raise ValueError("no more")
#| ValueError: no more
#| 4
#| Traceback (most recent call last):
#|   File "whole_statements.py", line 9, in show
#|     function()
#|     ~~~~~~~~^^
#|   File "whole_statements.py", line 45, in <lambda>
#|     show(lambda: run(long))
#|                  ~~~^^^^^^
#|   File "whole_statements.py", line 38, in run
#|     coroutine.send(None)
#|     ~~~~~~~~~~~~~~^^^^^^
#|   File "whole_statements.py", line 29, in long
#|     async for tick in ticks():
#|     ...<3 lines>...
#|         print(tick)
#|   File "whole_statements.py", line 22, in ticks
#|     raise ValueError("no more")
#| ValueError: no more
#| Traceback (most recent call last):
#|   File "whole_statements.py", line 9, in show
#|     function()
#|     ~~~~~~~~^^
#|   File "whole_statements.py", line 46, in <lambda>
#|     show(lambda: time())
#|                  ~~~~^^
#| TypeError: 'module' object is not callable. Did you mean: 'time.time(...)'?
#| Traceback (most recent call last):
#|   File "whole_statements.py", line 9, in show
#|     function()
#|     ~~~~~~~~^^
#|   File "whole_statements.py", line 47, in <lambda>
#|     show(lambda: datetime(2026, 1, 1))
#|                  ~~~~~~~~^^^^^^^^^^^^
#| TypeError: 'module' object is not callable. Did you mean: 'datetime.datetime(...)'?
#| Traceback (most recent call last):
#|   File "whole_statements.py", line 9, in show
#|     function()
#|     ~~~~~~~~^^
#|   File "whole_statements.py", line 48, in <lambda>
#|     show(lambda: asyncio())
#|                  ~~~~~~~^^
#| TypeError: 'module' object is not callable
