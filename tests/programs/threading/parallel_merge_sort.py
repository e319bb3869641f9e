# Merge sort with a thread for each half down to a depth.
import threading

def merge(left, right):
    result = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            result.append(left[i])
            i += 1
        else:
            result.append(right[j])
            j += 1
    return result + left[i:] + right[j:]

def sort(row, out, key, depth=0):
    if len(row) < 2:
        out[key] = row
        return
    middle = len(row) // 2
    halves = {}
    if depth < 2:
        threads = [threading.Thread(target=sort, args=(part, halves, k, depth + 1)) for k, part in enumerate((row[:middle], row[middle:]))]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
    else:
        sort(row[:middle], halves, 0, depth + 1)
        sort(row[middle:], halves, 1, depth + 1)
    out[key] = merge(halves[0], halves[1])

result = {}
sort([7, 3, 9, 1, 8, 2, 6, 5, 4, 0], result, "sorted")
print(result["sorted"])  # expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
