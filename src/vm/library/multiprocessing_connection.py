# Pipes between processes. A connection has a pipe to read from, one to write to, or both.
import _lockstep
import _pickle
from multiprocessing.context import BufferTooShort

# What a pipe and a pair of sockets hold on Linux before a writer has to wait.
_PIPE_BYTES = 65536
_SOCKET_BYTES = 212992
_FIRST_SENTINEL = 1000000


def _bytes_of(buf):
    # An array of numbers, as the bytes that it has in memory.
    if hasattr(buf, "tobytes"):
        return buf.tobytes()
    raise TypeError("memoryview: a bytes-like object is required, not '%s'" % type(buf).__name__)


class _ConnectionBase:
    def __init__(self, reader, writer):
        self._reader_pipe = reader
        self._writer_pipe = writer
        self._open = True

    def _check_closed(self):
        if not self._open:
            raise OSError("handle is closed")

    def _check_readable(self):
        if self._reader_pipe is None:
            raise OSError("connection is write-only")

    def _check_writable(self):
        if self._writer_pipe is None:
            raise OSError("connection is read-only")

    @property
    def closed(self):
        return not self._open

    @property
    def readable(self):
        return self._reader_pipe is not None

    @property
    def writable(self):
        return self._writer_pipe is not None

    def fileno(self):
        self._check_closed()
        return 3 + (self._writer_pipe if self._reader_pipe is None else self._reader_pipe)

    def close(self):
        if self._open:
            self._open = False
            self._change(-1, False)

    def _change(self, by, under_way):
        if self._reader_pipe is not None:
            _lockstep.ends(self._reader_pipe, by, 0, under_way)
        if self._writer_pipe is not None:
            _lockstep.ends(self._writer_pipe, 0, by, under_way)

    def send_bytes(self, buf, offset=0, size=None):
        self._check_closed()
        self._check_writable()
        if not isinstance(buf, (bytes, bytearray)):
            buf = _bytes_of(buf)
        data = bytes(buf)
        if offset < 0:
            raise ValueError("offset is negative")
        if len(data) < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = len(data) - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > len(data):
            raise ValueError("buffer length < offset + size")
        data = data[offset:offset + size]
        self._send_bytes(data, data)

    def send(self, obj):
        self._check_closed()
        self._check_writable()
        self._send_bytes(_pickle.dumps(obj), obj)

    def _send_bytes(self, data, shown):
        self._check_closed()
        self._send(data, shown)

    def _send(self, data, shown):
        _lockstep.send(self._writer_pipe, data, _lockstep.brief(shown))

    def recv_bytes(self, maxlength=None):
        self._check_closed()
        self._check_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        data = self._recv_bytes()
        if maxlength is not None and len(data) > maxlength:
            # Who can still write keeps that end.
            if self._writer_pipe is None:
                self.close()
            else:
                _lockstep.ends(self._reader_pipe, -1, 0, False)
                self._reader_pipe = None
            raise OSError("bad message length")
        return data

    def recv_bytes_into(self, buf, offset=0):
        self._check_closed()
        self._check_readable()
        if offset < 0:
            raise ValueError("negative offset")
        if offset > len(buf):
            raise ValueError("offset too large")
        data = self._recv_bytes()
        if len(buf) - offset < len(data):
            raise BufferTooShort(data)
        buf[offset:offset + len(data)] = data
        return len(data)

    def recv(self):
        self._check_closed()
        self._check_readable()
        return _pickle.loads(self._recv_bytes())

    def _recv_bytes(self):
        return _lockstep.receive(self._reader_pipe, None)

    def poll(self, timeout=0.0):
        self._check_closed()
        self._check_readable()
        return _lockstep.wait_pipes([self._reader_pipe], [], timeout) is not None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __reduce__(self):
        # On its way to another process it is open there already.
        self._change(1, True)
        return _rebuild, (self._reader_pipe, self._writer_pipe)


class Connection(_ConnectionBase):
    pass


def _rebuild(reader, writer):
    connection = Connection(reader, writer)
    connection._change(1, False)
    connection._change(-1, True)
    return connection


def Pipe(duplex=True):
    if duplex:
        there = _lockstep.new_pipe(_SOCKET_BYTES, "Pipe")
        back = _lockstep.new_pipe(_SOCKET_BYTES, "Pipe")
        return Connection(back, there), Connection(there, back)
    pipe = _lockstep.new_pipe(_PIPE_BYTES, "Pipe")
    reader = Connection(pipe, None)
    writer = Connection(None, pipe)
    return reader, writer


def wait(object_list, timeout=None):
    objects = list(object_list)
    pipes = []
    processes = []
    for obj in objects:
        if isinstance(obj, int):
            processes.append(obj - _FIRST_SENTINEL)
        else:
            obj._check_closed()
            pipes.append(obj._reader_pipe)
    ready = _lockstep.wait_pipes(pipes, processes, timeout)
    if ready is None:
        return []
    of_pipes = [pipes[i] for i in ready if i < len(pipes)]
    of_processes = [processes[i - len(pipes)] for i in ready if i >= len(pipes)]
    found = []
    for obj in objects:
        if isinstance(obj, int):
            if obj - _FIRST_SENTINEL in of_processes:
                found.append(obj)
        elif obj._reader_pipe in of_pipes:
            found.append(obj)
    return found
