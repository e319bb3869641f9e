import heapq
import threading

x = [2]


def work():
    heapq.heappush(x, 1)


t = threading.Thread(target=work)
t.start()
print(heapq.heappop(x))
t.join()
