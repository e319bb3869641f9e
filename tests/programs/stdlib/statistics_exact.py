# statistics computes with exact ratios and rounds once; its errors.
import statistics as s

print(s.mean([.1, .2, .3]), s.mean([1.1, 2.2, 3.3, 4.4]), s.mean([0.1] * 10), s.mean([1, 2, 3]), s.mean([1, 2]), s.fmean([1, 2]))
print(s.harmonic_mean([40, 60]), s.harmonic_mean([1]), s.harmonic_mean([2.5, 3, 10]), s.harmonic_mean([5, 10], weights=[2, 1]))
print(s.stdev([.1, .2, .3]), s.variance([.1, .2, .3]), s.pstdev([.1, .2, .4]), s.pvariance([.1, .2, .4]))
print(s.stdev([2, 4, 4, 4, 5, 5, 7, 9]), s.pstdev([2, 4, 4, 4, 5, 5, 7, 9]), s.variance([1, 2, 3], xbar=2), s.pstdev([3]))
print(s.pvariance([1e15 + .1, 1e15 + .2, 1e15 + .3]), s.variance([10**20, 10**20 + 1, 10**20 + 3]))
print(s.geometric_mean([54, 24, 36]), s.quantiles([1]), s.quantiles([1, 2, 3, 4, 5]), s.quantiles(range(9), n=10, method="inclusive"))
print(s.correlation([1, 2, 3], [2, 4, 7]))
print(s.median([3, 1, 2]), s.median([1, 2, 3, 4]), s.median_low([1, 2]), s.median_high([1, 2]), s.mode("abca"), s.multimode("aabbc"))
print(s.mean([True, False, True]), s.fmean([1, 2, 3], weights=[3, 2, 1]), s.mean([float("inf"), 1]))
for wrong in (lambda: s.mean([]), lambda: s.stdev([1]), lambda: s.median([]), lambda: s.mean(["a"]), lambda: s.geometric_mean([]),
              lambda: s.mode([]), lambda: s.correlation([1, 1], [1, 2]), lambda: s.quantiles([])):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# stdout:
#| 0.2 2.75 0.1 2 1.5 1.5
#| 48.0 1 3.6 6.0
#| 0.09999999999999999 0.009999999999999998 0.12472191289246472 0.015555555555555557
#| 2.138089935299395 2.0 1 0.0
#| 0.003472222222222222 2.3333333333333335
#| 36.000000000000014 [1, 1, 1] [1.5, 3.0, 4.5] [0.8, 1.6, 2.4, 3.2, 4.0, 4.8, 5.6, 6.4, 7.2]
#| 0.9933992677987828
#| 2 2.5 1 2 a ['a', 'b']
#| 0.6666666666666666 1.6666666666666667 inf
#| StatisticsError mean requires at least one data point
#| StatisticsError stdev requires at least two data points
#| StatisticsError no median for empty data
#| TypeError can't convert type 'str' to numerator/denominator
#| StatisticsError Must have a non-empty dataset
#| StatisticsError no mode for empty data
#| StatisticsError at least one of the inputs is constant
#| StatisticsError must have at least one data point
