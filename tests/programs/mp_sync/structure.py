# A structure in shared memory.
import multiprocessing
from ctypes import Structure, c_double, c_int


class Point(Structure):
    _fields_ = [("x", c_double), ("y", c_double)]


def move(point, points, n):
    point.x += 1
    with n.get_lock():
        n.value += 1
    for p in points:
        p.y = p.x * 2


if __name__ == "__main__":
    lock = multiprocessing.Lock()
    point = multiprocessing.Value(Point, 1.5, 2.5, lock=lock)
    points = multiprocessing.Array(Point, [(1, 2), (3, 4)], lock=lock)
    n = multiprocessing.Value(c_int, 7)
    process = multiprocessing.Process(target=move, args=(point, [], n))
    process.start()
    process.join()
    print(point.x, point.y, n.value)
    print([(p.x, p.y) for p in points])

# stdout:
#| 2.5 2.5 8
#| [(1.0, 2.0), (3.0, 4.0)]
