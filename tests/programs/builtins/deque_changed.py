# A deque changed between `iter` and `next`.
from collections import deque
d = deque([1, 2, 3]); it = iter(d); d.pop()
try: next(it)
except RuntimeError as e: print(e)
d = deque(); it = iter(d); d.append(1)
try: next(it)
except RuntimeError as e: print(e)
print(list(deque([1, 2])), [x for x in deque("ab")])

# stdout:
#| deque mutated during iteration
#| deque mutated during iteration
#| [1, 2] ['a', 'b']
