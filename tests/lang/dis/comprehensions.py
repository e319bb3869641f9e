def build(rows):
    flat = [x * 2 for row in rows for x in row if x]
    table = {k: v for k, v in rows}
    unique = {abs(x) for x in flat}
    return flat, table, unique, [lambda: x for x in flat]
names = [n for n in "abc"]
