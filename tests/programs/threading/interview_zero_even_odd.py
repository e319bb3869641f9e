# Interview zero even odd.
import threading
s = [threading.Semaphore(1), threading.Semaphore(0), threading.Semaphore(0)]
out = []
def zero(n):
    for i in range(1, n + 1):
        s[0].acquire(); out.append(0); s[1 if i % 2 else 2].release()
def num(n, k):
    for i in range(2 - k % 2, n + 1, 2):
        s[k].acquire(); out.append(i); s[0].release()
ts = [threading.Thread(target=zero, args=(5,)), threading.Thread(target=num, args=(5, 1)), threading.Thread(target=num, args=(5, 2))]
for t in ts: t.start()
for t in ts: t.join()
print("".join(map(str, out)))

# stdout:
#| 0102030405
