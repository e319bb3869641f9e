# Sorting: stable, keys, reverse, several keys, None, min and max by key.
people = [("Ann", 30), ("Bob", 25), ("Cid", 30), ("Dee", 25)]
print(sorted(people, key=lambda p: p[1]))  # expect: [('Bob', 25), ('Dee', 25), ('Ann', 30), ('Cid', 30)]
print(sorted(people, key=lambda p: p[1], reverse=True))  # expect: [('Ann', 30), ('Cid', 30), ('Bob', 25), ('Dee', 25)]
print(sorted(people, key=lambda p: (-p[1], p[0])))  # expect: [('Ann', 30), ('Cid', 30), ('Bob', 25), ('Dee', 25)]
words = ["banana", "Apple", "cherry"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len))  # expect: ['Apple', 'banana', 'cherry'] ['Apple', 'banana', 'cherry'] ['Apple', 'banana', 'cherry']
print(max(people, key=lambda p: p[1]), min(people, key=lambda p: (p[1], p[0])))  # expect: ('Ann', 30) ('Bob', 25)
print(sorted({"b": 1, "a": 2}), sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]))  # expect: ['a', 'b'] [('b', 1), ('a', 2)]

class Card:
    def __init__(self, n):
        self.n = n
        self.compared = 0
    def __lt__(self, other):
        self.compared += 1
        return self.n < other.n
    def __repr__(self):
        return f"C{self.n}"

print(sorted([Card(3), Card(1), Card(2)]), min(Card(5), Card(4)))  # expect: [C1, C2, C3] C4
try:
    sorted([1, None])
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'NoneType' and 'int'
calls = []
sorted([3, 1, 2], key=lambda n: calls.append(n) or n)
print(calls)  # expect: [3, 1, 2]
