# Indexing, comparison, repetition, membership, iteration, escapes in repr.
s = "thread"
print(s[0], s[-1], s[1:4], s[::-1], len(s), s * 2, "read" in s, min(s), sorted(s)[:2])
print("a" < "b" < "ba", "Z" < "a", "" < "a", "10" < "9", "abc" == 'abc')
print(repr("it's"), repr('say "hi"'), repr('both \' and "'), repr("new\nline\ttab\\"), repr("\x1b\xa0é"))
for i, letter in enumerate("ab"):
    print(i, letter)
try:
    s[0] = "T"
except TypeError as error:
    print(error)
a = "con" "cat"
a += "enated"
print(a, ("x" "y"), """two
lines""")
print("Ж".encode("utf-8"), "é".encode("ascii", "replace"))

# stdout:
#| t d hre daerht 6 threadthread True a ['a', 'd']
#| True True True True True
#| "it's" 'say "hi"' 'both \' and "' 'new\nline\ttab\\' '\x1b\xa0é'
#| 0 a
#| 1 b
#| 'str' object does not support item assignment
#| concatenated xy two
#| lines
#| b'\xd0\x96' b'?'
