# random: the generator is native; what CPython has in Python is here. Unseeded, it follows the seed of the run.

import _lockstep
import _random

_made = 0


class Random(_random.Random):
    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)

    def __init_subclass__(cls, **kwargs):
        if "random" in cls.__dict__ or "getrandbits" in cls.__dict__:
            _random.unsupported("a subclass of random.Random with its own random() is not supported: give its methods other names")

    def seed(self, a=None, version=2):
        global _made
        if a is None:
            provided = getattr(_lockstep, "seed", None)
            a = 0 if provided is None else provided()
            a += _made << 64
            _made += 1
        if version == 1 and isinstance(a, str):
            x = ord(a[0]) << 7 if a else 0
            for c in a:
                x = 1000003 * x % 2**64 ^ ord(c)
            a = x ^ len(a)
        self._seed(a)

    def getstate(self):
        words, following = self._words()
        return self.VERSION, words, following

    def setstate(self, state):
        version = state[0]
        if version != 3:
            raise ValueError("state with version " + str(version)
                             + " passed to Random.setstate() of version 3")
        self._set_words(state[1], state[2])

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    def randrange(self, start, stop=None, step=1):
        if stop is None and step == 1:
            return self._randrange(start, None, None)
        return self._randrange(start, stop, step)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def shuffle(self, x):
        for i in range(len(x) - 1, 0, -1):
            j = self._below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if isinstance(population, (set, frozenset, dict)) or not hasattr(population, "__getitem__"):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        if counts is not None:
            everyone, counts = [], list(counts)
            if len(counts) != len(population):
                raise ValueError("The number of counts does not match the population")
            for item, count in zip(population, counts):
                if not isinstance(count, int):
                    raise TypeError("Counts must be integers")
                if count < 0:
                    raise ValueError("Counts must be non-negative")
                everyone.extend([item] * count)
            population = everyone
        return [population[i] for i in self._sample(len(population), k)]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        if cum_weights is None:
            if weights is not None:
                if isinstance(weights, int):
                    raise TypeError("The number of choices must be a keyword argument: k=" + repr(weights))
                total = 0
                cum_weights = []
                for weight in weights:
                    total = weight if not cum_weights else total + weight
                    cum_weights.append(total)
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        else:
            cum_weights = list(cum_weights)
        return [population[i] for i in self._choices(len(population), cum_weights, k)]

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha > 1.0:
            # Cheng 1977.
            spread = _sqrt(2.0 * alpha - 1.0)
            offset = alpha - _log(4.0)
            slope = alpha + spread
            while True:
                first = self.random()
                if not 1e-7 < first < 0.9999999:
                    continue
                second = 1.0 - self.random()
                v = _log(first / (1.0 - first)) / spread
                x = alpha * _exp(v)
                z = first * first * second
                r = offset + slope * v - x
                if r + _magic - 4.5 * z >= 0.0 or r >= _log(z):
                    return x * beta
        if alpha == 1.0:
            return -_log(1.0 - self.random()) * beta
        # Ahrens and Dieter 1974.
        while True:
            u = self.random()
            b = (_e + alpha) / _e
            p = b * u
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            again = self.random()
            if p > 1.0:
                if again <= x ** (alpha - 1.0):
                    break
            elif again <= _exp(-x):
                break
        return x * beta

    def vonmisesvariate(self, mu, kappa):
        # Best and Fisher 1979.
        if kappa <= 1e-6:
            return _tau * self.random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if self.random() > 0.5:
            return (mu + _acos(f)) % _tau
        return (mu - _acos(f)) % _tau

    def binomialvariate(self, n=1, p=0.5):
        if n < 0:
            raise ValueError("n must be non-negative")
        if p <= 0.0 or p >= 1.0:
            if p == 0.0:
                return 0
            if p == 1.0:
                return n
            raise ValueError("p must be in the range 0.0 <= p <= 1.0")
        if n == 1:
            return int(self.random() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        if n * p < 10.0:
            # Geometric gaps between successes, after Devroye.
            x = y = 0
            c = _log2(1.0 - p)
            if not c:
                return x
            while True:
                y += _floor(_log2(self.random()) / c) + 1
                if y > n:
                    return x
                x += 1
        _random.unsupported("random.binomialvariate() with n * p of 10 and more is not supported: use random.gauss")

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        if y:
            return y / (y + self.gammavariate(beta, 1.0))
        return 0.0


class SystemRandom(Random):
    # Nothing here is random to the outside world: it follows the seed of the run.
    def seed(self, *args, **kwds):
        Random.seed(self)


from math import acos as _acos
from math import cos as _cos
from math import e as _e
from math import exp as _exp
from math import floor as _floor
from math import log as _log
from math import log2 as _log2
from math import pi as _pi
from math import sqrt as _sqrt
from math import tau as _tau

_magic = 1.0 + _log(4.5)

_inst = Random()
seed = _inst.seed
random = _inst.random
uniform = _inst.uniform
triangular = _inst.triangular
randint = _inst.randint
choice = _inst.choice
randrange = _inst.randrange
sample = _inst.sample
shuffle = _inst.shuffle
choices = _inst.choices
normalvariate = _inst.normalvariate
lognormvariate = _inst.lognormvariate
expovariate = _inst.expovariate
gammavariate = _inst.gammavariate
gauss = _inst.gauss
betavariate = _inst.betavariate
vonmisesvariate = _inst.vonmisesvariate
binomialvariate = _inst.binomialvariate
paretovariate = _inst.paretovariate
weibullvariate = _inst.weibullvariate
getstate = _inst.getstate
setstate = _inst.setstate
getrandbits = _inst.getrandbits
randbytes = _inst.randbytes


def _after_fork():
    # A child does not repeat the numbers of its parent.
    _inst.seed()
