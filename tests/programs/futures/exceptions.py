# A task's exception is kept and raised again by result; exception() gives it without raising.
from concurrent.futures import ThreadPoolExecutor

def risky(n):
    if n % 2:
        raise RuntimeError(f"odd number {n}")
    return n

with ThreadPoolExecutor(2) as executor:
    futures = [executor.submit(risky, n) for n in range(4)]
for future in futures:
    try:
        print("result", future.result())
    except RuntimeError as error:
        print("caught", error, error is future.exception())
print(repr(futures[1].exception()), futures[0].exception())
with ThreadPoolExecutor() as executor:
    executor.submit(risky, 1)
print("an exception that nobody asks for is silent")

# stdout:
#| result 0
#| caught odd number 1 True
#| result 2
#| caught odd number 3 True
#| RuntimeError('odd number 1') None
#| an exception that nobody asks for is silent
