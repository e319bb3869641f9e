# The other distributions, from one seed.
import random

rng = random.Random(99)
print(rng.lognormvariate(0, 1))  # expect: 0.8138902345607897
print(rng.gammavariate(2, 3))  # expect: 2.488297616321539
print(rng.paretovariate(3), rng.weibullvariate(1, 2))  # expect: 1.6088751468446367 0.537789855900672
print(rng.vonmisesvariate(0, 4))  # expect: 0.339372050119537
print(rng.binomialvariate(10, 0.5), rng.gauss(), rng.normalvariate())  # expect: 6 -1.1554122562304932 -1.7574332376824455
print(rng.choices("abc", cum_weights=[1, 3, 6], k=8), rng.sample(["x", "y"], k=3, counts=[2, 2]))  # expect: ['c', 'b', 'c', 'c', 'c', 'b', 'b', 'b'] ['x', 'x', 'y']
print(rng.randrange(10, 1, -3), rng.uniform(5, 1), rng.expovariate(), rng.triangular())  # expect: 7 1.0417201240916505 0.7642351636020785 0.4806696794138102
