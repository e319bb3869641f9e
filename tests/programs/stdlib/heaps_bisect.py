# heapq and bisect: priority queues and sorted lists.
import bisect
import heapq

heap = []
for item in [5, 1, 4, 2, 3]:
    heapq.heappush(heap, item)
print(heap, heapq.heappop(heap), heap)  # expect: [2, 3, 4, 5] 1 [2, 3, 4, 5]
print(heapq.heappushpop(heap, 0), heapq.heapreplace(heap, 9), heap)  # expect: 0 2 [3, 5, 4, 9]
row = [9, 7, 8, 1]
heapq.heapify(row)
print(row, heapq.nlargest(2, row), heapq.nsmallest(2, row, key=lambda n: -n), list(heapq.merge([1, 4], [2, 3])))  # expect: [1, 7, 8, 9] [9, 8] [9, 8] [1, 2, 3, 4]
ordered = [1, 3, 3, 5]
print(bisect.bisect(ordered, 3), bisect.bisect_left(ordered, 3), bisect.bisect_right(ordered, 0))  # expect: 3 1 0
bisect.insort(ordered, 4)
print(ordered)  # expect: [1, 3, 3, 4, 5]
try:
    heapq.heappop([])
except IndexError as error:
    print(error)  # expect: index out of range
graph = {"a": {"b": 1, "c": 4}, "b": {"c": 2, "d": 6}, "c": {"d": 3}, "d": {}}
distance, queue = {}, [(0, "a")]
while queue:
    cost, node = heapq.heappop(queue)
    if node not in distance:
        distance[node] = cost
        for other, length in graph[node].items():
            heapq.heappush(queue, (cost + length, other))
print(distance)  # expect: {'a': 0, 'b': 1, 'c': 3, 'd': 6}
