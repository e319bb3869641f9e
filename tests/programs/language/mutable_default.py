# A mutable default argument is made once and shared by all calls.
def remember(item, seen=[]):
    seen.append(item)
    return seen

print(remember("a"))  # expect: ['a']
print(remember("b"))  # expect: ['a', 'b']
print(remember("c", []))  # expect: ['c']
print(remember.__defaults__)  # expect: (['a', 'b'],)

def fresh(item, seen=None):
    if seen is None:
        seen = []
    seen.append(item)
    return seen

print(fresh("a"), fresh("b"))  # expect: ['a'] ['b']
