# A table printed three ways, all alike.
rows = [("worker-1", 3, 0.5), ("worker-20", 12, 12.25), ("w", 100, 3.0)]
for name, jobs, seconds in rows:
    a = "%-10s|%5d|%8.2f" % (name, jobs, seconds)
    b = "{:<10}|{:>5}|{:>8.2f}".format(name, jobs, seconds)
    c = f"{name:<10}|{jobs:>5}|{seconds:>8.2f}"
    print(a, a == b == c)
print("-" * 25)
print(f"{'total':<10}|{sum(row[1] for row in rows):>5}|{sum(row[2] for row in rows):>8.2f}")

# stdout:
#| worker-1  |    3|    0.50 True
#| worker-20 |   12|   12.25 True
#| w         |  100|    3.00 True
#| -------------------------
#| total     |  115|   15.75
