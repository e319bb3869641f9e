# CPython's generator, bit for bit, from a seed.
import random

random.seed(42)
print(random.random(), random.random(), random.random())  # expect: 0.6394267984578837 0.025010755222666936 0.27502931836911926
print([random.randint(1, 6) for _ in range(10)], random.randrange(0, 100, 5), random.randrange(10))  # expect: [2, 2, 6, 1, 6, 6, 5, 1, 5, 4] 5 0
print(random.choice("abcdef"), random.choices([1, 2, 3], k=5), random.choices("xy", weights=[1, 9], k=6))  # expect: a [1, 2, 1, 1, 2] ['y', 'y', 'y', 'y', 'x', 'y']
row = list(range(8))
random.shuffle(row)
print(row, random.sample(range(100), 5), random.sample("abc", 2))  # expect: [5, 0, 3, 4, 1, 7, 2, 6] [11, 48, 12, 45, 44] ['c', 'b']
print(random.uniform(1, 10), random.gauss(0, 1), random.expovariate(2))  # expect: 8.264154459469422 -0.1574413757701871 1.8081075928450097
print(random.getrandbits(8), random.getrandbits(70), random.triangular(0, 10, 3))  # expect: 96 342224745603216981992 6.544327344453708
print(random.normalvariate(10, 2), random.betavariate(1, 2), random.randbytes(4))  # expect: 12.940478258452375 0.46553857272261034 b'1?m\x14'
