# Divide and conquer.
import threading, math
from concurrent.futures import ThreadPoolExecutor
data = list(range(1, 101))
def part(lo, hi): return sum(data[lo:hi])
n = 4; size = math.ceil(len(data) / n)
with ThreadPoolExecutor(n) as ex: print(sum(ex.map(part, range(0, 100, size), range(size, 101, size))))
def msort(a):
    if len(a) <= 1: return a
    m = len(a) // 2; out = [None, None]
    def go(i, x): out[i] = msort(x)
    t = threading.Thread(target=go, args=(0, a[:m])); t.start(); go(1, a[m:]); t.join()
    r, (l, h) = [], out
    while l and h: r.append((l if l[0] <= h[0] else h).pop(0))
    return r + l + h
print(msort([5, 2, 9, 1, 3]))
A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]; C = [[0] * 2 for _ in A]
def cell(i, j): C[i][j] = sum(A[i][k] * B[k][j] for k in range(2))
ts = [threading.Thread(target=cell, args=(i, j)) for i in range(2) for j in range(2)]
[t.start() for t in ts]; [t.join() for t in ts]; print(C)

# stdout:
#| 5050
#| [1, 2, 3, 5, 9]
#| [[19, 22], [43, 50]]
