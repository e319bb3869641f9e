# Files in memory: what is written behind, over and beyond what is there.
import io
from contextlib import redirect_stdout

f = io.StringIO("hello\nworld\n")
print(f.tell(), f.readline(), f.write("WORLD!"), f.tell(), repr(f.getvalue()))
f.seek(0, 2)
print(f.write("more"), f.tell(), repr(f.read()))
f.seek(20)
print(f.write("gap"), repr(f.getvalue()), f.tell())
f.seek(3)
print(repr(f.read(4)), f.truncate(), repr(f.getvalue()), f.truncate(2), repr(f.getvalue()), f.tell())
f.write("x")
print(repr(f.getvalue()))
out = io.StringIO()
with redirect_stdout(out):
    for i in range(30_000):
        print(i, "x")
text = out.getvalue()
print(len(text), text.count("\n"), text[:12].split(), text[-8:].split())
b = io.BytesIO(b"abc")
b.seek(5)
print(b.write(b"de"), b.getvalue(), b.tell())
b.seek(1)
print(b.write(b"XY"), b.getvalue(), b.read(), b.write(b"!"), b.getvalue())
for line in io.StringIO("a\nb\nc"):
    print(repr(line))
l = [1, 2, 3]
for key in (slice(0, 1), slice(None, None, 2)):
    try:
        l[key] = 5
    except TypeError as error:
        print(error)
l[1:2] = (i for i in "ab")
print(l)

# stdout:
#| 0 hello
#|  6 12 'hello\nWORLD!'
#| 4 16 ''
#| 3 'hello\nWORLD!more\x00\x00\x00\x00gap' 23
#| 'lo\nW' 7 'hello\nW' 2 'he' 7
#| 'he\x00\x00\x00\x00\x00x'
#| 228890 30000 ['0', 'x', '1', 'x', '2', 'x'] ['29999', 'x']
#| 2 b'abc\x00\x00de' 7
#| 2 b'aXY\x00\x00de' b'\x00\x00de' 1 b'aXY\x00\x00de!'
#| 'a\n'
#| 'b\n'
#| 'c'
#| must assign iterable to extended slice
#| must assign iterable to extended slice
#| [1, 'a', 'b', 3]
