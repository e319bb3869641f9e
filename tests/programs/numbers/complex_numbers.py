# Complex numbers: literals, arithmetic, powers of negative numbers, pickles.
import operator
import pickle
print(complex(1, 2) * 1j, complex("3+4j"), abs(3 + 4j), 3j)  # expect: (-2+1j) (3+4j) 5.0 3j
print((-8) ** (1 / 3), operator.attrgetter("real")(3 + 4j))  # expect: (1.0000000000000002+1.7320508075688772j) 3.0
print(pickle.loads(pickle.dumps(1 + 2j)))  # expect: (1+2j)
