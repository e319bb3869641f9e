# A simulation with a fixed seed: dice, coin tosses and the estimate of pi.
import random
from collections import Counter

random.seed(2024)
rolls = Counter(random.randint(1, 6) + random.randint(1, 6) for _ in range(500))
for total in range(2, 13):
    print(f"{total:>2} {'*' * (rolls[total] // 8)} {rolls[total]}")
inside = sum(random.random() ** 2 + random.random() ** 2 <= 1 for _ in range(2000))
print(f"pi is about {4 * inside / 2000:.3f}")
print("".join(random.choice("HT") for _ in range(20)))

# stdout:
#|  2 * 9
#|  3 **** 34
#|  4 ****** 48
#|  5 ***** 45
#|  6 ******** 66
#|  7 ********* 76
#|  8 ******** 68
#|  9 ****** 54
#| 10 ***** 45
#| 11 **** 36
#| 12 ** 19
#| pi is about 3.142
#| HTTTTHTHTHHTHHTHHTTT
