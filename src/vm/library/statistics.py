# statistics: averages and spread, exact as CPython's: numbers are ratios of whole numbers until the result is made.
from math import fsum as _fsum, gcd as _gcd, isqrt as _isqrt, sqrt as _sqrt, sumprod as _sumprod


class StatisticsError(ValueError):
    pass


def _data(data, name, least=1):
    data = list(data)
    if len(data) < least:
        raise StatisticsError(name + " requires at least " + ("one data point" if least == 1 else "two data points"))
    return data


def _ratio(x):
    try:
        return x.as_integer_ratio()
    except AttributeError:
        raise TypeError("can't convert type %r to numerator/denominator" % type(x).__name__) from None
    except (OverflowError, ValueError):
        return x, 0


def _sum(ratios):
    # The sum as a ratio; a denominator of 0 marks infinities and what is no number.
    parts = {}
    for n, d in ratios:
        parts[d] = parts.get(d, 0) + n
    if 0 in parts:
        return parts[0], 0
    bottom = 1
    for d in parts:
        bottom = bottom * d // _gcd(bottom, d)
    return sum([n * (bottom // d) for d, n in parts.items()]), bottom


def _convert(top, bottom, data):
    if not bottom:
        return top
    if top % bottom == 0 and not any([isinstance(x, float) for x in data]):
        return top // bottom
    return top / bottom


def mean(data):
    data = _data(data, "mean")
    top, bottom = _sum(map(_ratio, data))
    return _convert(top, bottom * len(data), data)


def fmean(data, weights=None):
    if weights is None:
        data = _data(data, "fmean")
        return _fsum(data) / len(data)
    weights = list(weights)
    try:
        total = _sumprod(data, weights)
    except ValueError:
        raise StatisticsError("data and weights must be the same length")
    bottom = _fsum(weights)
    if not bottom:
        raise StatisticsError("sum of weights must be non-zero")
    return total / bottom


def geometric_mean(data):
    from math import exp, log
    data = list(data)
    for x in data:
        if x < 0.0:
            raise StatisticsError("No negative inputs allowed", x)
    if not data:
        raise StatisticsError("Must have a non-empty dataset")
    return 0.0 if 0.0 in data else exp(_fsum(map(log, data)) / len(data))


def harmonic_mean(data, weights=None):
    data = _data(data, "harmonic_mean")
    if len(data) == 1 and weights is None:
        if not isinstance(data[0], (int, float)):
            raise TypeError("unsupported type")
        if data[0] < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        return data[0]
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError("Number of weights does not match data size")
    for x in data + weights:
        if x < 0:
            raise StatisticsError("harmonic mean does not support negative values")
    # As CPython, each quotient is rounded before they are added.
    try:
        parts = [w / x if w else 0 for w, x in zip(weights, data)]
    except ZeroDivisionError:
        return 0
    top, bottom = _sum(map(_ratio, parts))
    if top <= 0:
        raise StatisticsError("Weighted sum must be positive")
    weight, below = _sum(map(_ratio, weights))
    return _convert(weight * bottom, below * top, parts)


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    data = _sorted(data)
    n = len(data)
    if n % 2:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _sorted(data)
    return data[len(data) // 2]


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [item for item, count in counts.items() if count == most]


def _counts(data):
    counts = {}
    for item in data:
        counts[item] = counts.get(item, 0) + 1
    return counts


def _spread(data, name, least, center):
    # The mean square deviation as a ratio.
    data = _data(data, name, least)
    n = len(data)
    if center is not None:
        top, bottom = _sum([_ratio((x - center) * (x - center)) for x in data])
        return top, bottom * (n - least + 1), data
    ratios = [_ratio(x) for x in data]
    x, a = _sum(ratios)
    y, b = _sum([(p * p, q * q) for p, q in ratios])
    if not a:
        return x - x, 0, data
    return n * y * a * a - x * x * b, n * a * a * b * (n - least + 1), data


def variance(data, xbar=None):
    return _convert(*_spread(data, "variance", 2, xbar))


def pvariance(data, mu=None):
    return _convert(*_spread(data, "pvariance", 1, mu))


def _root(n, m):
    # The square root of n / m, correctly rounded.
    if not m:
        return n
    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        m <<= 2 * q
    else:
        n <<= -2 * q
    a = _isqrt(n // m)
    a |= a * a * m != n
    return (a << q) / 1 if q >= 0 else a / (1 << -q)


def stdev(data, xbar=None):
    return _root(*_spread(data, "stdev", 2, xbar)[:2])


def pstdev(data, mu=None):
    return _root(*_spread(data, "pstdev", 1, mu)[:2])


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point")
    result = []
    if method == "inclusive":
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method != "exclusive":
        raise ValueError("Unknown method: %r" % (method,))
    for i in range(1, n):
        j = i * (size + 1) // n
        j = 1 if j < 1 else size - 1 if j > size - 1 else j
        delta = i * (size + 1) - j * n
        result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result


def _two(x, y, name):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(name + " requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError(name + " requires at least two data points")
    a = _fsum(x) / n
    b = _fsum(y) / n
    return [p - a for p in x], [q - b for q in y], a, b


def correlation(x, y, /):
    x, y, _, _ = _two(x, y, "correlation")
    bottom = _sqrt(_sumprod(x, x) * _sumprod(y, y))
    if not bottom:
        raise StatisticsError("at least one of the inputs is constant")
    return _sumprod(x, y) / bottom
