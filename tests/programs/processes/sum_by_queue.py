# A sum shared out to processes; each puts its part on a queue.
import multiprocessing

def part(numbers, q):
    q.put(sum(n * n for n in numbers))

if __name__ == "__main__":
    q = multiprocessing.Queue()
    chunks = [range(start, start + 250) for start in range(0, 1000, 250)]
    processes = [multiprocessing.Process(target=part, args=(chunk, q)) for chunk in chunks]
    for p in processes:
        p.start()
    parts = [q.get() for _ in processes]
    for p in processes:
        p.join()
    print(sum(parts), sum(n * n for n in range(1000)))  # expect: 332833500 332833500
