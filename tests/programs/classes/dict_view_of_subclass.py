# A view looks into the dict itself, whatever a subclass says of `in`.
class StrKeyDict0(dict):
    def __missing__(self, key):
        if isinstance(key, str):
            raise KeyError(key)
        return self[str(key)]

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        return key in self.keys() or str(key) in self.keys()


d = StrKeyDict0([("2", "two"), ("4", "four")])
print(d["2"], d[4], d.get("4"), d.get(1, "N/A"))
print(2 in d, 1 in d, 2 in d.keys(), "2" in d.keys(), ("2", "two") in d.items(), "two" in d.values())
try:
    d[1]
except KeyError as error:
    print("KeyError", error)

# stdout:
#| two four four N/A
#| True False False True True True
#| KeyError '1'
