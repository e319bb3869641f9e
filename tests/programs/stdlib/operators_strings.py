# operator and string: itemgetter, attrgetter, methodcaller, constants, Template.
import operator
import string

people = [{"name": "Bob", "age": 25}, {"name": "Ann", "age": 31}]
print(sorted(people, key=operator.itemgetter("name"))[0]["age"], operator.itemgetter(0, 2)("abc"))  # expect: 31 ('a', 'c')
print(operator.attrgetter("real")(3), operator.methodcaller("split", ",")("a,b"), operator.add(1, 2), operator.contains([1], 1))  # expect: 3 ['a', 'b'] 3 True
print(operator.mul(3, 4), operator.lt(1, 2), operator.not_(0), operator.neg(5), operator.floordiv(7, 2), operator.xor(6, 3))  # expect: 12 True True -5 3 5
print(string.ascii_lowercase, string.digits, string.punctuation[:5], string.hexdigits)  # expect: abcdefghijklmnopqrstuvwxyz 0123456789 !"#$% 0123456789abcdefABCDEF
print(string.Template("$name is ${age}").substitute(name="Ann", age=3), string.capwords("a bc"))  # expect: Ann is 3 A Bc
