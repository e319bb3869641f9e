# Behind a semicolon `match` is a name as anywhere.
x = 1; match = [2]
x = 3; match.append(x); match[0] += 1; print(match)
if x: y = 1; match, z = y, 2; print(match, z); match
def f(match): x = 5; match += x; return match
print(f(1)); match = f; print(match(2)); case = 1; type = 2; _ = 3; print(case, type, _)

# stdout:
#| [3, 3]
#| 1 2
#| 6
#| 7
#| 1 2 3
