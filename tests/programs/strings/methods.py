# Methods of str that change, search and test.
s = "Hello, World"
print(s.upper(), s.lower(), s.swapcase(), s.title(), s.capitalize(), s.casefold())
print(s.find("o"), s.rfind("o"), s.find("z"), s.index("W"), s.count("l"), s.find("o", 5, 8))
print(s.replace("l", "L", 2), s.replace("", "-")[:7], s.startswith(("X", "He")), s.endswith("ld"))
print("a,b,,c".split(","), " a  b ".split(), "a b c".split(None, 1), "a,b,c".rsplit(",", 1), "x".split("y"))
print("l1\nl2\r\nl3".splitlines(), "a\nb\n".splitlines(True), "k=v=w".partition("="), "k=v=w".rpartition("="), "k".partition("="))
print("  x ".strip() + "|", "xxaxx".strip("x"), "..a.".lstrip("."), "a  ".rstrip() + "|", "-".join("abc"))
print("prefix_name".removeprefix("prefix_"), "name.py".removesuffix(".py"), "a\tb".expandtabs(4))
print("7".zfill(3), "-7".zfill(3), "x".center(5, "*"), "x".ljust(3) + "|", "x".rjust(3, "."))
print("abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace(), "Ab".istitle(), "AB".isupper(), "ab".islower(), "a_1".isidentifier(), "½".isnumeric(), "2".isdecimal())
print("abcabc".translate(str.maketrans("ab", "xy", "c")), "ß".upper(), "İ".lower() == "i̇")
for bad in (lambda: "a".index("z"), lambda: "a".split(""), lambda: ",".join([1]), lambda: "a".center(), lambda: "x".encode("ascii") + "é".encode("ascii")):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

# stdout:
#| HELLO, WORLD hello, world hELLO, wORLD Hello, World Hello, world hello, world
#| 4 8 -1 7 3 -1
#| HeLLo, World -H-e-l- True True
#| ['a', 'b', '', 'c'] ['a', 'b'] ['a', 'b c'] ['a,b', 'c'] ['x']
#| ['l1', 'l2', 'l3'] ['a\n', 'b\n'] ('k', '=', 'v=w') ('k=v', '=', 'w') ('k', '', '')
#| x| a a. a| a-b-c
#| name name a   b
#| 007 -07 **x** x  | ..x
#| True True True True True True True True True True
#| xyxy SS True
#| ValueError substring not found
#| ValueError empty separator
#| TypeError sequence item 0: expected str instance, int found
#| TypeError center expected at least 1 argument, got 0
#| UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
