# Seeds of all kinds, states, own instances.
import random

for seed in (0, 1, -5, 10 ** 20, 1.5, "text", b"bytes", "é"):
    random.seed(seed)
    print(repr(seed), random.random(), random.randint(0, 1000))
a, b = random.Random(7), random.Random(7)
print(a.random() == b.random(), a.randint(1, 9) == b.randint(1, 9))
state = a.getstate()
first = a.random()
a.setstate(state)
print(a.random() == first)
random.seed(3)
print([random.randint(0, 9) for _ in range(5)])
random.seed(3)
print([random.randint(0, 9) for _ in range(5)])
for bad in (lambda: random.randint(5, 1), lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.seed([1]), lambda: random.randint(0.5, 2)):
    try:
        bad()
    except (ValueError, IndexError, TypeError) as error:
        print(type(error).__name__, error)

# stdout:
#| 0 0.8444218515250481 776
#| 1 0.13436424411240122 867
#| -5 0.6229016948897019 759
#| 100000000000000000000 0.018195028987988637 554
#| 1.5 0.551763726942059 262
#| 'text' 0.8711565613554825 863
#| b'bytes' 0.37075677971469856 686
#| 'é' 0.9689252893653495 426
#| True True
#| True
#| [3, 9, 8, 2, 5]
#| [3, 9, 8, 2, 5]
#| ValueError empty range in randrange(5, 2)
#| IndexError Cannot choose from an empty sequence
#| ValueError Sample larger than population or is negative
#| ValueError empty range for randrange()
#| TypeError The only supported seed types are:
#| None, int, float, str, bytes, and bytearray.
#| TypeError 'float' object cannot be interpreted as an integer
