"""Writes hash.tsv: run with PYTHONHASHSEED=0."""
import random
import struct

from record import count, record

random.seed(7)
ALPHABETS = ["abcXYZ019_ ", "éüÿ\x80a", "привет漢字a", "😀aж\U0010ffff"]
P = 2**61 - 1


def hashed(*values):
    return hash(values[0])


def sequence(kind):
    def compute(text):
        return hash(kind(int(x) for x in text.split()))
    return compute


for n in [0, 1, -1, -2, P, P - 1, P + 1, -P, -P - 1, 2**62, -2**63, 2**63 - 1, 2**64, 2**200]:
    record("int", hash, n)
record("none", lambda x: hash(None), "")
for x in [0.0, -0.0, 1.0, -1.0, 0.5, -1.5, 1e300, 5e-324, float("inf"), float("-inf"), 2.0**61, 2.0**61 - 256, -2.0]:
    record("float", hash, x)
for _ in range(count(60)):
    record("int", hash, random.choice([-1, 1]) * random.getrandbits(random.choice([8, 61, 64, 130])))
    x = struct.unpack(">d", random.randbytes(8))[0]
    if x == x:
        record("float", hash, x)
    record("float", hash, random.gauss(0, 100))
    for alphabet in ALPHABETS:
        record("str", hash, "".join(random.choice(alphabet) for _ in range(random.randrange(20))))
    b = random.randbytes(random.randrange(20))
    record("bytes", lambda t: hash(t.encode("latin-1")), b.decode("latin-1"))
    # Small integers are their own hashes.
    text = " ".join(str(random.randrange(10**random.randrange(1, 18))) for _ in range(random.randrange(6)))
    record("tuple", sequence(tuple), text)
    record("frozenset", sequence(frozenset), " ".join(dict.fromkeys(text.split())))
