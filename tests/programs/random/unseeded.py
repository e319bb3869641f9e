# Without a seed the numbers are in range, and that is all one may say.
import random

print(all(0 <= random.random() < 1 for _ in range(100)))  # expect: True
print(all(1 <= random.randint(1, 3) <= 3 for _ in range(100)))  # expect: True
print(all(random.choice("ab") in "ab" for _ in range(20)))  # expect: True
print(sorted(random.sample(range(5), 5)))  # expect: [0, 1, 2, 3, 4]
print(2 <= random.uniform(2, 3) <= 3)  # expect: True
