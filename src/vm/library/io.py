# io: text and bytes in memory. There are no files.

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def close(self):
        self.closed = True

    def flush(self):
        self._check()

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def isatty(self):
        return False

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def readlines(self, hint=-1):
        return list(self)


class TextIOBase(IOBase):
    pass


class _Memory(IOBase):
    # `_data` is a str or bytes, `_more` what has been written behind it, `_length` the length of both; `_at` is the
    # position.
    def _begin(self, data):
        self._data = data
        self._more = []
        self._length = len(data)
        self._at = 0

    def _whole(self):
        if self._more:
            self._data += self._empty.join(self._more)
            self._more = []
        return self._data

    def getvalue(self):
        self._check()
        return self._whole()

    def read(self, size=-1, /):
        self._check()
        end = self._length if size is None or size < 0 else self._at + size
        part = self._whole()[self._at:end]
        self._at += len(part)
        return part

    def readline(self, size=-1, /):
        self._check()
        end = self._whole().find(self._newline, self._at) + 1
        if end == 0:
            end = self._length
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        return self.read(max(end - self._at, 0))

    def tell(self):
        self._check()
        return self._at

    def seek(self, offset, whence=0, /):
        self._check()
        if whence == 1:
            offset += self._at
        elif whence == 2:
            offset += self._length
        if offset < 0:
            raise ValueError("Negative seek position " + str(offset))
        self._at = offset
        return offset

    def truncate(self, size=None, /):
        self._check()
        self._data = self._whole()[:self._at if size is None else size]
        self._length = len(self._data)
        return self._length

    def _put(self, part, blank):
        count = len(part)
        if self._at > self._length:
            part = blank * (self._at - self._length) + part
            self._at = self._length
        if self._at == self._length:
            self._more.append(part)
        else:
            data = self._whole()
            self._data = data[:self._at] + part + data[self._at + len(part):]
        self._at += len(part)
        self._length = max(self._length, self._at)
        return count


class StringIO(_Memory, TextIOBase):
    _newline = "\n"
    _empty = ""

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is None:
            initial_value = ""
        if not isinstance(initial_value, str):
            raise TypeError("initial_value must be str or None, not " + type(initial_value).__name__)
        self._universal = newline is None
        self._begin("")
        self.write(initial_value)
        self._at = 0

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError("string argument expected, got '" + type(s).__name__ + "'")
        count = len(s)
        self._put(s.replace("\r\n", "\n").replace("\r", "\n") if self._universal else s, "\0")
        return count


class BufferedIOBase(IOBase):
    pass


class BytesIO(_Memory, BufferedIOBase):
    _newline = b"\n"
    _empty = b""

    def __init__(self, initial_bytes=b""):
        self._begin(bytes(initial_bytes))

    def write(self, b, /):
        self._check()
        if not isinstance(b, (bytes, bytearray)):
            raise TypeError("a bytes-like object is required, not '" + type(b).__name__ + "'")
        return self._put(bytes(b), b"\0")

    def getbuffer(self):
        return bytes(self._whole())


class TextIOWrapper(TextIOBase):
    # What is written waits for `flush`.
    def __init__(self, buffer, encoding="utf-8", errors="strict", newline=None, line_buffering=False,
                 write_through=False):
        self.buffer = buffer
        self.encoding = encoding or "utf-8"
        self.errors = errors or "strict"
        self._soon = line_buffering or write_through
        self._pending = []

    def write(self, s, /):
        self._check()
        self._pending.append(s.encode(self.encoding, self.errors))
        if self._soon:
            self.flush()
        return len(s)

    def flush(self):
        self._check()
        self.buffer.write(b"".join(self._pending))
        self._pending = []
        self.buffer.flush()

    def close(self):
        if not self.closed:
            self.flush()
            self.buffer.close()
            self.closed = True

    def read(self, size=-1, /):
        data = self.buffer.read().decode(self.encoding, self.errors)
        if size is not None and size >= 0:
            import _lockstep
            _lockstep.unsupported("TextIOWrapper.read() of a size is not supported: read it all")
        return data.replace("\r\n", "\n")

    def readline(self, size=-1, /):
        return self.buffer.readline().decode(self.encoding, self.errors).replace("\r\n", "\n")
