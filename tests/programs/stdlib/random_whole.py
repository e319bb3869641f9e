# Random whole.
import random
random.seed(42); print(random.random(), random.randint(1, 6), random.choice("abc"), random.uniform(1, 2), random.sample(range(10), 3), random.choices("ab", weights=[1, 3], k=4), random.gauss(0, 1), random.randrange(0, 10, 2), random.getrandbits(8), random.betavariate(1, 2), random.expovariate(1), random.triangular())
l = [1, 2, 3, 4]; random.shuffle(l); print(l); r = random.Random(1); print(r.random(), r.randbytes(3), r.normalvariate()); st = r.getstate(); a = r.random(); r.setstate(st); print(a == r.random()); random.seed("x"); print(random.random()); random.seed(b"x"); print(random.random()); random.seed(1.5); print(random.random())
for f in (lambda: random.choice([]), lambda: random.randint(2, 1), lambda: random.randrange(0), lambda: random.sample([1], 2), lambda: random.sample({1}, 1), lambda: random.randrange(1.5), lambda: random.choices([], k=1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

# stdout:
#| 0.6394267984578837 1 c 1.2750293183691193 [3, 2, 1] ['b', 'b', 'a', 'b'] 0.6901729991646017 8 154 0.02918720097686488 0.7873292542424012 0.33199444426126823
#| [2, 4, 1, 3]
#| 0.13436424411240122 b'j\xf1\xd8' -0.07674923238392503
#| True
#| 0.6307877176639078
#| 0.6307877176639078
#| 0.551763726942059
#| IndexError Cannot choose from an empty sequence
#| ValueError empty range in randrange(2, 2)
#| ValueError empty range for randrange()
#| ValueError Sample larger than population or is negative
#| TypeError Population must be a sequence.  For dicts or sets, use sorted(d).
#| TypeError 'float' object cannot be interpreted as an integer
#| IndexError list index out of range
