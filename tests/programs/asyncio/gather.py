# Coroutines: run, await, gather in order, sleeps that overlap.
import asyncio
import time

async def fetch(name, delay):
    print("start", name)
    await asyncio.sleep(delay)
    print("end", name)
    return name.upper()

async def main():
    start = time.perf_counter()
    results = await asyncio.gather(fetch("a", 0.3), fetch("b", 0.1), fetch("c", 0.2))
    print(results, round(time.perf_counter() - start, 1))

asyncio.run(main())

# stdout:
#| start a
#| start b
#| start c
#| end b
#| end c
#| end a
#| ['A', 'B', 'C'] 0.3
