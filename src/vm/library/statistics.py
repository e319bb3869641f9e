# statistics: averages and spread. Sums are exact where fsum is.

from math import fsum as _fsum
from math import sqrt as _sqrt


class StatisticsError(ValueError):
    pass


def _data(data, name, least=1):
    data = list(data)
    if len(data) < least:
        if least == 1:
            raise StatisticsError(name + " requires at least one data point")
        raise StatisticsError(name + " requires at least two data points")
    return data


def _exact(data):
    for item in data:
        if not isinstance(item, int):
            return False
    return True


def _quotient(total, n):
    # Whole numbers stay whole where they divide.
    if isinstance(total, int) and total % n == 0:
        return total // n
    return total / n


def mean(data):
    data = _data(data, "mean")
    return _quotient(sum(data) if _exact(data) else _fsum(data), len(data))


def fmean(data, weights=None):
    data = _data(data, "fmean")
    if weights is None:
        return _fsum(data) / len(data)
    weights = list(weights)
    return _fsum([x * w for x, w in zip(data, weights)]) / _fsum(weights)


def geometric_mean(data):
    from math import exp, log
    data = _data(data, "geometric_mean")
    return exp(_fsum([log(x) for x in data]) / len(data))


def harmonic_mean(data):
    data = _data(data, "harmonic_mean")
    return len(data) / _fsum([1 / x for x in data])


def median(data):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    if n % 2:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
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


def _squares(data):
    # The sum of squared deviations: as a ratio of whole numbers if all are whole.
    n = len(data)
    if _exact(data):
        total = sum(data)
        return n * sum([x * x for x in data]) - total * total, n
    center = _fsum(data) / n
    return _fsum([(x - center) * (x - center) for x in data]), 1


def variance(data, xbar=None):
    data = _data(data, "variance", 2)
    top, bottom = _squares(data)
    return _quotient(top, bottom * (len(data) - 1))


def pvariance(data, mu=None):
    data = _data(data, "pvariance")
    top, bottom = _squares(data)
    return _quotient(top, bottom * len(data))


def stdev(data, xbar=None):
    data = _data(data, "stdev", 2)
    return _sqrt(variance(data))


def pstdev(data, mu=None):
    data = _data(data, "pstdev")
    return _sqrt(pvariance(data))


def quantiles(data, *, n=4, method="exclusive"):
    data = sorted(data)
    size = len(data)
    if n < 1:
        raise StatisticsError("n must be at least 1")
    if size < 2:
        raise StatisticsError("must have at least one data point")
    result = []
    if method == "inclusive":
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    for i in range(1, n):
        j = i * (size + 1) // n
        j = 1 if j < 1 else size - 1 if j > size - 1 else j
        delta = i * (size + 1) - j * n
        result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result


def correlation(x, y, /):
    x = list(x)
    y = list(y)
    a = _fsum(x) / len(x)
    b = _fsum(y) / len(y)
    both = _fsum([(p - a) * (q - b) for p, q in zip(x, y)])
    return both / _sqrt(_fsum([(p - a) ** 2 for p in x]) * _fsum([(q - b) ** 2 for q in y]))
