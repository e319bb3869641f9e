# math: what ordinary programs need.
import math

print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(2), math.isqrt(17), math.pow(2, 0.5), math.exp(1), math.log(10), math.log2(8), math.log10(1000), math.log(8, 2))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.fabs(-3), math.fmod(-7, 3), math.modf(3.25), math.copysign(1, -0.0))
print(math.sin(1), math.cos(1), math.tan(1), math.atan2(1, -1), math.degrees(math.pi), math.radians(180), math.hypot(3, 4))
print(math.factorial(20), math.gcd(12, 18), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2), math.prod([2, 3, 4]))
print(math.fsum([0.1] * 10), math.dist((0, 0), (3, 4)), math.isfinite(math.inf), math.isclose(1, 1 + 1e-10), math.ldexp(1.5, 3), math.frexp(12.0))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.exp(1000), lambda: math.floor(math.inf), lambda: math.sqrt("a"), lambda: math.factorial(1.5)):
    try:
        bad()
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)

# stdout:
#| 3.141592653589793 2.718281828459045 6.283185307179586 inf nan
#| 1.4142135623730951 4 1.4142135623730951 2.718281828459045 2.302585092994046 3.0 3.0 3.0
#| -3 -2 -2 3.0 -1.0 (0.25, 3.0) -1.0
#| 0.8414709848078965 0.5403023058681398 1.5574077246549023 2.356194490192345 180.0 3.141592653589793 5.0
#| 2432902008176640000 6 12 10 20 24
#| 1.0 5.0 False True 12.0 (0.75, 4)
#| ValueError math domain error
#| ValueError math domain error
#| ValueError factorial() not defined for negative values
#| OverflowError math range error
#| OverflowError cannot convert float infinity to integer
#| TypeError must be real number, not str
#| TypeError 'float' object cannot be interpreted as an integer
