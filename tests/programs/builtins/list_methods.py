# Every method of list, and its errors.
row = [3, 1]
row.append(2)
row.extend("ab")
row.insert(1, "in")
row.insert(-100, "first")
print(row)
row.remove("in")
print(row.pop(), row.pop(0), row.index(1), row.count(3), row)
row.remove("a")
row.sort()
row.reverse()
print(row, row.copy() is row)
print([1, 2] + [3], [0] * 3, [1, 2] < [1, 3], [1] == [1.0], 2 in row)
words = ["bb", "A", "ccc", "a"]
words.sort(key=str.lower, reverse=True)
print(words)
row.clear()
print(row)
for bad in (lambda: row.pop(), lambda: row.remove(1), lambda: row.index(1), lambda: row[0], lambda: [1].pop(5), lambda: [1, 2]["a"], lambda: [1] + (2,)):
    try:
        bad()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)

# stdout:
#| ['first', 3, 'in', 1, 2, 'a', 'b']
#| b first 1 1 [3, 1, 2, 'a']
#| [3, 2, 1] False
#| [1, 2, 3] [0, 0, 0] True True True
#| ['ccc', 'bb', 'A', 'a']
#| []
#| IndexError pop from empty list
#| ValueError list.remove(x): x not in list
#| ValueError 1 is not in list
#| IndexError list index out of range
#| IndexError pop index out of range
#| TypeError list indices must be integers or slices, not str
#| TypeError can only concatenate list (not "tuple") to list
# stderr:
#| list_methods.py:20: SyntaxWarning: list indices must be integers or slices, not str; perhaps you missed a comma?
#|   for bad in (lambda: row.pop(), lambda: row.remove(1), lambda: row.index(1), lambda: row[0], lambda: [1].pop(5), lambda: [1, 2]["a"], lambda: [1] + (2,)):
