# What is seldom asked of `sys`; its `__getattr__` looks here.
import _lockstep
import _structseq
import types

float_info = _structseq.make("sys.float_info", (
    "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"))((
        1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1))
int_info = _structseq.make("sys.int_info", (
    "bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"))((30, 4, 4300, 640))
hash_info = _structseq.make("sys.hash_info", (
    "width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"))((
        64, 2305843009213693951, 314159, 0, 1000003, "siphash13", 64, 128, 0))
thread_info = _structseq.make("sys.thread_info", ("name", "lock", "version"))(("pthread", "semaphore", "NPTL 2.36"))
flags = _structseq.make("sys.flags", (
    "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
    "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode",
    "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits"))((
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, False, 0, 0, False, 4300))

prefix = exec_prefix = base_prefix = base_exec_prefix = "/usr"
platlibdir = "lib"
abiflags = ""
api_version = 1013
float_repr_style = "short"
dont_write_bytecode = False
pycache_prefix = None
warnoptions = []
orig_argv = [_lockstep.argv()[0]]


def gettrace():
    return None


def getprofile():
    return None


def settrace(function, /):
    if function is not None:
        _lockstep.unsupported("sys.settrace() is not supported: step in the player")


def setprofile(function, /):
    if function is not None:
        _lockstep.unsupported("sys.setprofile() is not supported: look at the timeline")


def is_finalizing():
    return False


def getfilesystemencoding():
    return "utf-8"


def getfilesystemencodeerrors():
    return "surrogateescape"


def get_int_max_str_digits():
    return 4300


def displayhook(value, /):
    if value is not None:
        print(repr(value))


__displayhook__ = displayhook


class _Stdin:
    # Nobody sits at the keyboard.
    name = "<stdin>"
    mode = "r"
    encoding = "utf-8"
    closed = False

    def __repr__(self):
        return "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>"

    def fileno(self):
        return 0

    def isatty(self):
        return True

    def read(self, size=-1, /):
        _lockstep.unsupported("sys.stdin is not supported, since nobody sits at the keyboard: put the data into the program")

    readline = readlines = __iter__ = __next__ = read


stdin = __stdin__ = _Stdin()


# ---- frames: where the program is, not what its variables hold

class _Code:
    def __init__(self, file, name):
        self.co_filename = file
        self.co_name = name

    def __getattr__(self, name):
        _lockstep.unsupported("code objects of frames have only co_name and co_filename")


class _Frame:
    def __init__(self, rows):
        self._rows = rows
        file, line, name, text, own = rows[-1]
        self.f_lineno = line
        self.f_code = _Code(file, name)

    @property
    def f_back(self):
        return _Frame(self._rows[:-1]) if len(self._rows) > 1 else None

    def __repr__(self):
        return "<frame at %s, file '%s', line %d, code %s>" % (
            hex(id(self)), self.f_code.co_filename, self.f_lineno, self.f_code.co_name)

    def __getattr__(self, name):
        _lockstep.unsupported("frames have only f_lineno, f_code.co_name, f_code.co_filename and f_back")


_Frame.__name__ = _Frame.__qualname__ = "frame"
_Frame.__module__ = "builtins"


class _OtherFrame:
    def __getattr__(self, name):
        _lockstep.unsupported("what other threads do is not shown by their frames: look at the timeline")


def _getframe(depth=0, /):
    rows = _lockstep.stack()
    depth = max(depth, 0)
    if depth >= len(rows):
        raise ValueError("call stack is not deep enough")
    return _Frame(rows[:len(rows) - depth])


def _getframemodulename(depth=0):
    return "__main__"


def _current_frames():
    threading = _lockstep.loaded("threading")
    me = _lockstep.current()
    frames = {me: _getframe()}
    if threading is not None:
        for ident in list(threading._threads):
            if ident != me:
                frames[ident] = _OtherFrame()
    return frames


def getrefcount(object, /):
    _lockstep.unsupported("sys.getrefcount() is not supported: references are not counted here")


_sizes = {
    "bool": 28, "float": 24, "NoneType": 16, "ellipsis": 16, "NotImplementedType": 16, "range": 48, "slice": 56,
    "function": 160, "builtin_function_or_method": 72, "object": 16, "method": 64,
}


def getsizeof(object, default=None):
    kind = type(object)
    name = kind.__name__
    if kind.__module__ == "builtins" or kind is types.FunctionType:
        if name in _sizes:
            return _sizes[name]
        if kind is int:
            return 24 + 4 * max(1, (abs(object).bit_length() + 29) // 30)
        if kind is str:
            highest = max(object, default="")
            if highest < "\x80":
                return 41 + len(object)
            if highest < "\u0100":
                return 57 + len(object)
            return 58 + 2 * len(object) if highest < "\U00010000" else 60 + 4 * len(object)
        if kind is bytes:
            return 33 + len(object)
        if kind is tuple:
            return 40 + 8 * len(object)
        if kind is list and not object:
            return 56
        if kind is dict and not object:
            return 64
        if kind in (set, frozenset) and len(object) < 5:
            return 216
    if "__sizeof__" in kind.__dict__:
        return object.__sizeof__() + 16
    _lockstep.unsupported("sys.getsizeof() of a %s is not supported: it is known for numbers, strings, bytes and tuples"
                          % name)
