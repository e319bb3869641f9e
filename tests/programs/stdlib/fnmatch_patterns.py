# Patterns of names, as publish/subscribe lessons use them.
import fnmatch
import re
from fnmatch import fnmatch as matches

topics = ["news.sport", "news.weather", "orders", "orders.new", "[odd]", "a-b", "a]b"]
for pattern in ["news.*", "*", "*.new", "orders?new", "[no]*", "[!no]*", "[[]odd]", "*s*e*", "a[]-]b", "a[!]]b", "[z-a]*", "[", "[!", ""]:
    print(pattern, fnmatch.filter(topics, pattern))
print(matches("report.TXT", "*.txt"), fnmatch.fnmatchcase("report.txt", "*.txt"), matches("a\nb", "a*b"))
print(fnmatch.fnmatch(b"data.bin", b"*.bin"), fnmatch.filter([b"a", b"b"], b"[a]"))
for pattern in ["*a*b", "news.*", "[!a-c]x", "**", "a?[", "[]]", "[^a]", "[[]", "[a&&b]", "[!b-a]"]:
    print(fnmatch.translate(pattern))
print(bool(re.match(fnmatch.translate("*.py"), "x.py")))

# stdout:
#| news.* ['news.sport', 'news.weather']
#| * ['news.sport', 'news.weather', 'orders', 'orders.new', '[odd]', 'a-b', 'a]b']
#| *.new ['orders.new']
#| orders?new ['orders.new']
#| [no]* ['news.sport', 'news.weather', 'orders', 'orders.new']
#| [!no]* ['[odd]', 'a-b', 'a]b']
#| [[]odd] ['[odd]']
#| *s*e* ['news.weather', 'orders.new']
#| a[]-]b ['a-b', 'a]b']
#| a[!]]b ['a-b']
#| [z-a]* []
#| [ []
#| [! []
#|  []
#| False True True
#| True [b'a']
#| (?s:(?>.*?a).*b)\Z
#| (?s:news\..*)\Z
#| (?s:[^a-c]x)\Z
#| (?s:.*)\Z
#| (?s:a.\[)\Z
#| (?s:[]])\Z
#| (?s:[\^a])\Z
#| (?s:[\[])\Z
#| (?s:[a\&\&b])\Z
#| (?s:.)\Z
#| True
