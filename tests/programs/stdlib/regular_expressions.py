# re: matching, groups, flags, substitution, splitting, and the errors of patterns.
import re
print(re.match(r"(\d+)-(\w+)", "12-ab xx"), re.search(r"b+", "aabbb").span(), re.findall(r"\d+", "a1b22c333"), re.findall(r"(\w)(\d)", "a1 b2"), re.sub(r"\s+", " ", "a   b \n c"), re.split(r"[,;]\s*", "a, b;c"), re.fullmatch(r"\d+", "123a"))
m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)", "on 2024-03-05")
print(m.group(), m.group(1), m["month"], m.groups(), m.groupdict(), m.start("year"), m.end(), m.span(2), m.lastindex, m.lastgroup, m.re.pattern, m.string)
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub(r"(?P<a>x)", r"[\g<a>\g<0>]", "axb"), re.sub("a", lambda m: m.group().upper() + str(m.start()), "banana"), re.subn("a", "o", "banana", count=2))
print(re.compile(r"a.c", re.I | re.S), re.compile("x"), re.findall("a.c", "a\nc abc", re.S), re.findall("^a", "a\na", re.M), re.findall("A", "aA", re.IGNORECASE), bool(re.match("$", "")))
print([m.group() for m in re.finditer(r"\b\w{2,3}\b", "a bb ccc dddd")], re.findall(r"a*?b", "aab b"), re.findall(r"(?:ab)+", "ababab x ab"), re.findall(r"x(?=y)", "xy xz"), re.findall(r"(?<=a)b", "ab cb"), re.findall(r"(?<!a)b", "ab cb"), re.findall(r"(a|b)\1", "aa ab bb"))
print(re.split(r"(-)", "a-b-c"), re.split("", "abc"), re.split("x*", "axbc"), re.findall("", "ab"), re.sub("x*", "-", "abxd"), re.findall(r"[^\W\d]+", "a1_b é2"), re.findall(r"[a-c\]\-]", "a]-d"), re.escape("a.b*c-d e"), re.split(",", "a,b,c", maxsplit=1))
for bad in ("(", "[a", "a)", "*a", "a**", r"\q", "(?P<n>a)(?P<n>b)", "a{2,1}", "(?<=a+)b", r"\2(a)", "(?P<1>a)", "[z-a]", "(?z)", "a\\"):
    try: re.compile(bad)
    except re.error as e: print(repr(bad), type(e).__name__, e)
print(re.match(r"(a)|(b)", "b").groups(), re.match(r"(a)?b", "b").groups("x"), re.match(r"(a+)+$", "aaaa").group(1), re.match(r"((a)(b))", "ab").lastindex, re.match("a|ab", "ab").group(), re.fullmatch("a|ab", "ab").group())
print(re.findall(r"(?i)HELLO", "hello Hello"), re.findall(r"(?x) a  b # comment", "ab"), re.match(r"\w+@\w+\.com", "joe@mail.com") is not None, re.findall(r"\d{1,3}(?:,\d{3})*", "1,234 and 56,789,012"), re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", "1234567"))
print(re.compile(r"(\d+)").sub(lambda m: str(int(m[1]) * 2), "a1b2"), re.compile("b").search("abcb", 2).start(), re.compile("a").match("ba", 1), re.compile("(x)(?P<n>y)").groupindex, re.compile("(x)").groups, re.I, re.compile("a").flags)
text = "The rain in Spain"
print(re.search(r"\bS\w+", text).group(), re.search("Portugal", text), re.findall("ai", text), [w for w in re.findall(r"\w+", text) if len(w) > 3], re.sub(r"\s", "9", text, count=2))
try: re.match("a", b"a")
except TypeError as e: print(e)
try: re.sub("(a)", r"\2", "a")
except re.error as e: print(e)
try: re.match("a", "a").group(1)
except IndexError as e: print(e)
from collections import Counter
print(Counter(re.findall(r"[a-z]+", "the cat the dog".lower())).most_common(1), re.findall(r"<(.+?)>", "<a><b>"), re.findall(r"<(.+)>", "<a><b>"), re.match(r"(?:(\d+)|(\w+))*", "12ab").groups(), re.findall(r"\$(\d+\.\d\d)", "$12.50 $3.99"), re.sub(r"[aeiou]", "", "education"), re.findall(r"(?s:.)\n", "a\nb"))

# stdout:
#| <re.Match object; span=(0, 5), match='12-ab'> (2, 5) ['1', '22', '333'] [('a', '1'), ('b', '2')] a b c ['a', 'b', 'c'] None
#| 2024-03 2024 03 ('2024', '03') {'year': '2024', 'month': '03'} 3 10 (8, 10) 2 month (?P<year>\d{4})-(?P<month>\d\d) on 2024-03-05
#| world hello a[xx]b bA1nA3nA5 ('bonona', 2)
#| re.compile('a.c', re.IGNORECASE|re.DOTALL) re.compile('x') ['a\nc', 'abc'] ['a', 'a'] ['a', 'A'] True
#| ['bb', 'ccc'] ['aab', 'b'] ['ababab', 'ab'] ['x'] ['b'] ['b'] ['a', 'b']
#| ['a', '-', 'b', '-', 'c'] ['', 'a', 'b', 'c', ''] ['', 'a', '', 'b', 'c', ''] ['', '', ''] -a-b--d- ['a', '_b', 'é'] ['a', ']', '-'] a\.b\*c\-d\ e ['a', 'b,c']
#| '(' PatternError missing ), unterminated subpattern at position 0
#| '[a' PatternError unterminated character set at position 0
#| 'a)' PatternError unbalanced parenthesis at position 1
#| '*a' PatternError nothing to repeat at position 0
#| 'a**' PatternError multiple repeat at position 2
#| '\\q' PatternError bad escape \q at position 0
#| '(?P<n>a)(?P<n>b)' PatternError redefinition of group name 'n' as group 2; was group 1 at position 12
#| 'a{2,1}' PatternError min repeat greater than max repeat at position 2
#| '(?<=a+)b' PatternError look-behind requires fixed-width pattern
#| '\\2(a)' PatternError invalid group reference 2 at position 1
#| '(?P<1>a)' PatternError bad character in group name '1' at position 4
#| '[z-a]' PatternError bad character range z-a at position 1
#| '(?z)' PatternError unknown extension ?z at position 1
#| 'a\\' PatternError bad escape (end of pattern) at position 1
#| (None, 'b') ('x',) aaaa 1 a ab
#| ['hello', 'Hello'] ['ab'] True ['1,234', '56,789,012'] 1,234,567
#| a2b4 3 <re.Match object; span=(1, 2), match='a'> {'n': 2} 1 re.IGNORECASE 32
#| Spain None ['ai', 'ai'] ['rain', 'Spain'] The9rain9in Spain
#| cannot use a string pattern on a bytes-like object
#| invalid group reference 2 at position 1
#| no such group
#| [('the', 2)] ['a', 'b'] ['a><b'] ('12', 'ab') ['12.50', '3.99'] dctn ['a\n']
