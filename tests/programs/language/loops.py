# for and while with else, break, continue, and changing what is looped over.
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, "is prime")
count = 5
while count:
    count -= 1
    if count == 3:
        continue
    print("count", count)
else:
    print("no break")
items = [1, 2, 3, 4]
for item in items:
    if item == 2:
        items.remove(item)
print(items)
sizes = {"a": 1}
try:
    for key in sizes:
        sizes[key + "!"] = 2
except RuntimeError as error:
    print(error)
for i in range(3):
    i = 10
print(i)
for i in range(10, 0, -3):
    print(i, end=";")
print()

# stdout:
#| 2 is prime
#| 3 is prime
#| 5 is prime
#| 7 is prime
#| 11 is prime
#| count 4
#| count 2
#| count 1
#| count 0
#| no break
#| [1, 3, 4]
#| dictionary changed size during iteration
#| 10
#| 10;7;4;1;
