# The set operations by name, and the methods of str, int and bytes that are met more rarely.
a, b = {1, 2, 3}, {3, 4}
print(a.union(b, [9]), a.intersection(b), a.difference(b), a.symmetric_difference(b), a.issubset(range(5)))  # expect: {1, 2, 3, 4, 9} {3} {1, 2} {1, 2, 4} True
a.difference_update({1})
a.symmetric_difference_update({2, 7})
print(a, a.copy() == a, frozenset("ab").union("c") == frozenset("abc"), a >= {3})  # expect: {3, 7} True True True
print("abc".isascii(), "é".isascii(), "a\n".isprintable(), "abcabc".rindex("b"), "a-b_c".isidentifier(), "x".ljust(3, "."))  # expect: True False False 4 False x..
print((5).numerator, (5).denominator, (5).conjugate(), (3).real, (3).imag, (2.5).conjugate(), (-7).bit_length(), True.real)  # expect: 5 1 5 3 0 2.5 3 1
print(b"Hello".swapcase(), b"a b".title(), b" x ".strip(), b"a,b".partition(b","), b"abc".endswith(b"c"), b"ab".center(6, b"*"), b"%d-%s" % (5, b"x"))  # expect: b'hELLO' b'A B' b'x' (b'a', b',', b'b') True b'**ab**' b'5-x'
x = bytearray(b"hello")
x[1:3] = b"E"
del x[0]
x.insert(0, 72)
x.reverse()
print(x, x.pop(), x.find(b"l"), x * 2)  # expect: bytearray(b'olE') 72 1 bytearray(b'olEolE')
