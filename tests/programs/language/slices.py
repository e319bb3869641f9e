# Slices read, assign and delete; negative steps; clamping.
row = list(range(10))
print(row[2:5], row[:3], row[7:], row[::3], row[::-2])  # expect: [2, 3, 4] [0, 1, 2] [7, 8, 9] [0, 3, 6, 9] [9, 7, 5, 3, 1]
print(row[-3:], row[-100:2], row[8:100], row[5:2], row[5:2:-1])  # expect: [7, 8, 9] [0, 1] [8, 9] [] [5, 4, 3]
row[1:3] = ["a", "b", "c", "d"]
print(row)  # expect: [0, 'a', 'b', 'c', 'd', 3, 4, 5, 6, 7, 8, 9]
row[::2] = [0] * 6
print(row)  # expect: [0, 'a', 0, 'c', 0, 3, 0, 5, 0, 7, 0, 9]
del row[2:-2]
print(row)  # expect: [0, 'a', 0, 9]
try:
    row[::2] = [1]
except ValueError as error:
    print(error)  # expect: attempt to assign sequence of size 1 to extended slice of size 2
print("concurrency"[3:6], b"bytes"[1:3], (1, 2, 3)[::-1])  # expect: cur b'yt' (3, 2, 1)
print(slice(1, 5, 2), slice(None, -1).indices(10))  # expect: slice(1, 5, 2) (0, 9, 1)
row[len(row):] = [7, 8]
row[0:0] = [9]
print(row)  # expect: [9, 0, 'a', 0, 9, 7, 8]
