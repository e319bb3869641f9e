# What comes out is a copy: changing the original after a put that was received changes nothing.
from multiprocessing import Queue

class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return self.x == other.x

if __name__ == "__main__":
    q = Queue()
    numbers, point = [1, 2], Point(5)
    q.put(numbers)
    copy = q.get()
    copy.append(3)
    print(numbers, copy)  # expect: [1, 2] [1, 2, 3]
    q.put(point)
    other = q.get()
    print(other == point, other is point)  # expect: True False
