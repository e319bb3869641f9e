# Every method of dict, order of insertion, views and merging.
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, list(d), len(d))
print(d.get("x"), d.get("x", 0), d.setdefault("e", []), d.pop("e"), d.pop("x", "gone"))
print(d.keys(), d.values(), d.items())
d.update({"z": 26}, y=25)
d.update([("w", 23)])
print(d.popitem(), d | {"a": 0}, {**d, "n": None}["n"])
print("a" in d, 10 in d.values(), d.keys() & {"a", "q"}, list(reversed(d)))
print(dict.fromkeys("ab", 0), d.copy() == d)
del d["a"]
d.clear()
print(d)
for bad in (lambda: d["nope"], lambda: d.popitem(), lambda: {[]: 1}, lambda: {1: 2}.pop(3)):
    try:
        bad()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)

# stdout:
#| {'b': 10, 'a': 2, 'c': 3} ['b', 'a', 'c'] 3
#| None 0 [] [] gone
#| dict_keys(['b', 'a', 'c']) dict_values([10, 2, 3]) dict_items([('b', 10), ('a', 2), ('c', 3)])
#| ('w', 23) {'b': 10, 'a': 0, 'c': 3, 'z': 26, 'y': 25} None
#| True True {'a'} ['y', 'z', 'c', 'a', 'b']
#| {'a': 0, 'b': 0} True
#| {}
#| KeyError 'nope'
#| KeyError 'popitem(): dictionary is empty'
#| TypeError unhashable type: 'list'
#| KeyError 3
