# Sets made of dicts and of their views come in CPython's order.
words = "the quick brown fox jumps over the lazy dog and runs away from big bad wolf".split()
lengths = {w: len(w) for w in words}
few = dict.fromkeys(str(i) * 2 for i in range(5))
print(set(few))
print(frozenset(few))
print(set().union(few))
print({"x"}.union(few, lengths))
print({"11", "zz"}.symmetric_difference(list(few)))
print({"11", "zz"}.symmetric_difference(few))
print(set(lengths))
print(lengths.keys() - set(words[:4]))
print(lengths.keys() - words[2:9])
print(lengths.keys() & set(words[3:7]))
print(lengths.keys() & words[3:9])
print(set(words[3:7]) & lengths.keys())
print(lengths.keys() & few.keys(), few.keys() & {"11", "22", "99"})
print(lengths.keys() | few.keys())
print(lengths.keys() | few)
print(few.keys() | words)
print(lengths.keys() ^ few.keys())
print(lengths.keys() ^ words[:5])
print(set(words[:3]) - lengths.keys(), set(words[:3]) | few.keys())
print(set(words[:3]) ^ lengths.keys())
pairs = {w: len(w) for w in words[4:]}
pairs["runs"] = 0
print(sorted(lengths.items() ^ pairs.items()))
print({1: 1, 2: 2, 3: 3}.items() ^ {1: 1, 2: 0, 4: 4}.items())
print({1: 1, 2: 2, 3: 3}.items() - {(1, 1)}, {1: 1, 2: 2}.items() & {(1, 1), (2, 3)})
s = set("abcdefg")
s.symmetric_difference_update(lengths)
print(s)
s = {"q"}
s.update(lengths)
print(s)


class Own(set):
    pass


print(list(Own(few)) == list(set(few)), list(Own(few)))

# stdout:
#| {'44', '00', '11', '33', '22'}
#| frozenset({'44', '00', '11', '33', '22'})
#| {'44', '00', '11', '33', '22'}
#| {'runs', 'brown', '44', 'over', 'wolf', 'quick', 'jumps', 'lazy', 'away', 'bad', 'x', '11', 'from', '22', 'fox', 'big', 'the', '00', '33', 'and', 'dog'}
#| {'zz', '22', '44', '00', '33'}
#| {'44', 'zz', '00', '33', '22'}
#| {'runs', 'and', 'brown', 'from', 'fox', 'bad', 'big', 'the', 'over', 'wolf', 'quick', 'jumps', 'lazy', 'away', 'dog'}
#| {'runs', 'and', 'from', 'bad', 'big', 'over', 'wolf', 'jumps', 'lazy', 'away', 'dog'}
#| {'runs', 'and', 'from', 'bad', 'big', 'wolf', 'quick', 'away'}
#| {'fox', 'over', 'jumps', 'the'}
#| {'fox', 'the', 'over', 'jumps', 'lazy', 'dog'}
#| {'fox', 'over', 'jumps', 'the'}
#| set() {'22', '11'}
#| {'runs', 'brown', '44', 'over', 'wolf', 'quick', 'bad', '11', '22', 'big', 'the', '33', 'and', 'jumps', 'lazy', 'away', 'from', 'fox', '00', 'dog'}
#| {'runs', 'brown', '44', 'over', 'wolf', 'quick', 'jumps', 'lazy', 'bad', 'away', '11', 'from', '22', 'fox', 'big', 'the', '00', '33', 'and', 'dog'}
#| {'runs', 'brown', '44', 'over', 'wolf', 'quick', 'jumps', 'lazy', 'away', 'bad', '11', 'from', '22', 'fox', 'big', 'the', '00', '33', 'and', 'dog'}
#| {'runs', 'brown', '44', 'over', 'wolf', 'quick', 'bad', '11', '22', 'big', 'the', '33', 'and', 'jumps', 'lazy', 'away', 'from', 'fox', '00', 'dog'}
#| {'runs', 'and', 'from', 'bad', 'big', 'over', 'wolf', 'lazy', 'away', 'dog'}
#| set() {'11', 'brown', '22', '44', 'the', '00', '33', 'quick'}
#| {'runs', 'and', 'from', 'fox', 'big', 'over', 'wolf', 'away', 'jumps', 'lazy', 'bad', 'dog'}
#| [('brown', 5), ('fox', 3), ('quick', 5), ('runs', 0), ('runs', 4)]
#| {(4, 4), (3, 3), (2, 0), (2, 2)}
#| {(3, 3), (2, 2)} {(1, 1)}
#| {'runs', 'brown', 'a', 'over', 'wolf', 'quick', 'bad', 'f', 'g', 'big', 'the', 'and', 'd', 'b', 'jumps', 'lazy', 'away', 'from', 'fox', 'c', 'e', 'dog'}
#| {'runs', 'brown', 'over', 'wolf', 'quick', 'jumps', 'lazy', 'away', 'bad', 'q', 'from', 'fox', 'big', 'the', 'and', 'dog'}
#| True ['44', '00', '11', '33', '22']
