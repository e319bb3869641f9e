# Interview questions about the language, each in a line or two.
x = [1, 2, 3]
y = x
y += [4]
print(x is y, x)  # expect: True [1, 2, 3, 4]
print([[]] * 3 == [[], [], []], (lambda l: (l[0].append(1), l)[1])([[]] * 3))  # expect: True [[1], [1], [1]]
print({True: "yes", 1: "no", 1.0: "maybe"})  # expect: {True: 'maybe'}
print(0.1 + 0.2 == 0.3, round(0.5), round(1.5), -7 // 2, -7 % 2, int(-3.5))  # expect: False 0 2 -4 1 -3
print("a" "b" in ["ab"], not 1 == 2, 1 < 2 == 2, (1 < 2) == 2, 2 ** 3 ** 2, -2 ** 2)  # expect: True True True False 512 -4
print([i for i in range(3)][-1], sorted([True, 0, 2, False]), max("10", "9"), [3] > [2, 9])  # expect: 2 [0, False, True, 2] 9 True
print(list(dict.fromkeys("banana")), "".join(reversed("abc")), "b" in {"a": 1, "b": 2}, [] or "x", 0 and 1 / 0)  # expect: ['b', 'a', 'n'] cba True x 0
a = b = []
a.append(1)
print(b, type(()), type((1)), type((1,)))  # expect: [1] <class 'tuple'> <class 'int'> <class 'tuple'>
g = (n for n in range(3))
print(2 in g, list(g), sum(g))  # expect: True [] 0
array = [1, 8, 15]
gen = (n for n in array if array.count(n) > 0)
array = [2, 8, 22]
print(list(gen))  # expect: [8]
