# Dicts and sets: counting, grouping, looking up.
def count(text):
    found = {}
    for letter in text:
        found[letter] = found.get(letter, 0) + 1
    return found


def collatz(limit):
    known = {1: 1}
    best = 1
    for start in range(2, limit):
        n = start
        path = []
        while n not in known:
            path.append(n)
            n = n // 2 if n % 2 == 0 else 3 * n + 1
        length = known[n]
        for n in reversed(path):
            length += 1
            known[n] = length
        if known[start] > known[best]:
            best = start
    return best


text = "the quick brown fox jumps over the lazy dog " * 12_000
print(sorted(count(text).items())[:4])
print(collatz(100_000))
groups = {}
for n in range(400_000):
    groups.setdefault(n % 1000, []).append(n)
print(len(groups), sum(len(group) for group in groups.values()))
seen = set()
for n in range(600_000):
    seen.add(n * n % 10_007)
print(len(seen), sum(1 for n in range(300_000) if n in seen))
point = {(x, y): x * y for x in range(200) for y in range(200)}
print(sum(point[x, x] for x in range(200)))
