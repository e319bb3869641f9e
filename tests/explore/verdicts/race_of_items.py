# Items of the library's containers and attributes of functions are variables too.
import array
import collections
import threading

numbers = array.array("i", [0])
line = collections.deque([0])
bytes_ = bytearray(1)


def work():
    numbers[0] += 1
    line[0] += 1
    bytes_[0] += 1
    work.calls += 1


work.calls = 0
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
