# Small integers are shared, equal constants of one function too; large computed ones are not.
a = 256
b = int("256")
print(a is b)  # expect: True
c = int("257")
d = int("257")
print(c is d, c == d)  # expect: False True

def constants():
    x = 1000
    y = 1000
    return x is y

print(constants())  # expect: True
s, t = "thread", "".join(["th", "read"])
print(s == t, s is t)  # expect: True False
empty = ()
print(empty is tuple())  # expect: True
