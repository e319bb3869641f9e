# sys.stdout: bytes, what write returns, other objects in its place, nothing in its place.
import io
import sys
import threading
from contextlib import redirect_stderr, redirect_stdout

sys.stdout.buffer.write("bytes é\n".encode())
sys.stdout.flush()
print(sys.stdout.write("four\n"), sys.stdout.buffer.write(b"abc\n"), sys.stdout.writelines(["a\n"]))
print(sys.stdout.mode, sys.stdout.writable(), sys.stdout.readable(), sys.stderr.errors, type(sys.stdout).__name__)
for call in (lambda: sys.stdout.write(5), lambda: sys.stdout.buffer.write("x"), lambda: print("x", file=5)):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(error)


class Lines:
    def __init__(self):
        self.texts = []

    def write(self, text):
        self.texts.append(text)


lines = Lines()
print("a", 1, file=lines)
sys.stdout = lines
print("b", end="")
sys.stdout = None
print("nowhere")
sys.stdout = sys.__stdout__
print(lines.texts)
with redirect_stdout(None):
    print("lost")
with redirect_stdout(io.StringIO()) as outer, redirect_stderr(io.StringIO()) as errors:
    print("in")
    print("error", file=sys.stderr)
print(repr(outer.getvalue()), repr(errors.getvalue()))


def fails():
    raise ValueError("in a thread")


sys.stderr = io.StringIO()
thread = threading.Thread(target=fails, name="worker")
thread.start()
thread.join()
told = sys.stderr.getvalue().splitlines()
sys.stderr = sys.__stderr__
print(told[0], told[-1])
raw = io.BytesIO()
text = io.TextIOWrapper(raw, encoding="utf-8")
print("é", file=text)
text.flush()
print(raw.getvalue(), repr(io.StringIO("a\r\nb", newline=None).read()), isinstance(raw, io.BufferedIOBase))

# stdout:
#| bytes é
#| four
#| abc
#| a
#| 5 4 None
#| w True False backslashreplace TextIOWrapper
#| write() argument must be str, not int
#| a bytes-like object is required, not 'str'
#| 'int' object has no attribute 'write'
#| ['a', ' ', '1', '\n', 'b', '']
#| 'in\n' 'error\n'
#| Exception in thread worker: ValueError: in a thread
#| b'\xc3\xa9\n' 'a\nb' True
