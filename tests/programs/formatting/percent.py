# % formatting: all conversions, flags, mappings and errors.
print("%s %r %d %i %5d|%-5d|%05d %+d" % ("s", "r", 1, 2, 3, 4, 5, 6))
print("%f %.2f %8.3f|%-8.1f|%e %g %G" % (1.5, 2.345, 3.14159, 2.25, 12345.678, 0.0001, 1e-10))
print("%x %X %o %c %c %% %10s|%-10s|%.2s" % (255, 255, 8, "a", 66, "right", "left", "cut"))
print("%(name)s is %(age)d" % {"name": "Ann", "age": 30}, "%s" % (("tuple",),), "%s" % [1, 2], "%d" % 3.99)
print("%s" % None, "%5.1f%%" % 99.55, "%*d" % (5, 42), "%#x" % 10, "% d" % 5, "%a" % "é")
print("no arguments" % (), "%s and %s" % ("a", "b"))
for template, values in [("%d", "x"), ("%s %s", ("one",)), ("%s", (1, 2)), ("%(k)s", {}), ("%y", 1), ("%d", None), ("%", 1), ("%x", 1.5), ("%c", "ab")]:
    try:
        print(template % values)
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)

# stdout:
#| s 'r' 1 2     3|4    |00005 +6
#| 1.500000 2.35    3.142|2.2     |1.234568e+04 0.0001 1E-10
#| ff FF 10 a B %      right|left      |cu
#| Ann is 30 ('tuple',) [1, 2] 3
#| None  99.5%    42 0xa  5 '\xe9'
#| no arguments a and b
#| TypeError %d format: a real number is required, not str
#| TypeError not enough arguments for format string
#| TypeError not all arguments converted during string formatting
#| KeyError 'k'
#| ValueError unsupported format character 'y' (0x79) at index 1
#| TypeError %d format: a real number is required, not NoneType
#| ValueError incomplete format
#| TypeError %x format: an integer is required, not float
#| TypeError %c requires int or char
