# What comes into a set from a list, a string or a dict comes in its order, and that decides the order of the set
print({1, 2, 3}.union("utf-8"))
print({"x", "y"}.union(["a", "b", "c", "d"]))
letters = {1, 2, 3}
letters.update(["u", "t", "f", "-", "8"])
print(letters)
fruit = {"apple"}
fruit.update({"pear": 1, "fig": 2, "kiwi": 3, "plum": 4})
print(fruit)
many = {"apple", "banana", "q", "w", "e"}
print(many.difference(["q", "apple", "z"]))
print(many.difference({"q": 1, "apple": 2}))
print(many.difference({"q"}, ["apple"], {"w": 1}))
print(many.intersection(["w", "e", "apple", "q"]))
print(many.intersection({"w": 1, "e": 2}, ["e", "w"]))
print(many.symmetric_difference(["banana", "new", "newer"]))
many.intersection_update(["w", "e", "apple", "q"])
print(many)
many.difference_update("qwe")
many.symmetric_difference_update(["a", "b", "apple"])
print(many)

# stdout:
#| {1, 2, 3, 'u', 'f', 't', '-', '8'}
#| {'d', 'y', 'x', 'b', 'c', 'a'}
#| {1, 2, 3, 'u', 'f', 't', '-', '8'}
#| {'apple', 'fig', 'plum', 'pear', 'kiwi'}
#| {'banana', 'e', 'w'}
#| {'e', 'w', 'banana'}
#| {'banana', 'e'}
#| {'e', 'q', 'w', 'apple'}
#| {'e', 'w'}
#| {'e', 'q', 'new', 'apple', 'newer', 'w'}
#| {'e', 'q', 'w', 'apple'}
#| {'a', 'b'}
