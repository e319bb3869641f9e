# A dict that loses and gets keys while somebody goes through it is noticed also when its length stays.


def rounds(iterate, limit=12):
    d = {1: 1, 2: 2, 3: 3}
    seen = []
    try:
        for key in iterate(d):
            key = key[0] if isinstance(key, tuple) else key
            seen.append(key)
            d[key] = d.pop(key)
            if len(seen) > limit:
                break
    except RuntimeError as error:
        print(seen, error)
    else:
        print(seen, "no error")


rounds(iter)
rounds(dict.keys)
rounds(dict.values)
rounds(dict.items)

one = {"a": 1}
try:
    for key in one:
        one[key] = one.pop(key)
    print("ended")
except RuntimeError as error:
    print(error)

many = {i: i for i in range(4)}
try:
    for key in many:
        del many[key]
        many[key + 10] = 0
except RuntimeError as error:
    print(error, many)

other = {i: i for i in range(20)}
for i in range(15):
    other.popitem()
other["new"] = 1
print(other, list(reversed(other)))

growing = {1: 1}
try:
    for key in growing:
        growing[key + 1] = 0
except RuntimeError as error:
    print(error)

# stdout:
#| [1, 2, 3] no error
#| [1, 2, 3] no error
#| [1, 2, 3] no error
#| [1, 2, 3] no error
#| dictionary keys changed during iteration
#| dictionary keys changed during iteration {2: 2, 3: 3, 20: 0, 21: 0}
#| {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 'new': 1} ['new', 4, 3, 2, 1, 0]
#| dictionary changed size during iteration
