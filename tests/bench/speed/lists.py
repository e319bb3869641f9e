# Lists: indexing, appending, slicing, sorting, comprehensions.
def bubble(items):
    items = items[:]
    for end in range(len(items) - 1, 0, -1):
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
    return items


def matrix(n):
    a = [[i * j % 7 for j in range(n)] for i in range(n)]
    b = [[i + j for j in range(n)] for i in range(n)]
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


numbers = [n * 7919 % 1009 for n in range(900)]
print(bubble(numbers)[:5])
print(sum(map(sum, matrix(70))))
pile = []
for n in range(1_000_000):
    pile.append(n)
    if len(pile) > 100:
        pile.pop()
        pile[n % 100] = n
print(sum(pile), max(pile))
words = sorted((str(n * 7919 % 100_003) for n in range(60_000)), key=lambda word: (len(word), word))
print(words[0], words[-1])
