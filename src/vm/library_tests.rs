use super::{exists, missing, refusal};

/// `sys.stdlib_module_names` of CPython 3.13, as far as Linux has the modules.
const PYTHON_S: &str = "__future__ _abc _aix_support _android_support _ast _asyncio _bisect _blake2 _bz2 _codecs _codecs_cn \
    _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc _colorize \
    _compat_pickle _compression _contextvars _csv _ctypes _curses _curses_panel _datetime _decimal _elementtree \
    _frozen_importlib _frozen_importlib_external _functools _hashlib _heapq _imp _interpchannels _interpqueues \
    _interpreters _io _ios_support _json _locale _lsprof _lzma _markupbase _md5 _multibytecodec _multiprocessing \
    _opcode _opcode_metadata _operator _osx_support _pickle _posixshmem _posixsubprocess _py_abc _pydatetime \
    _pydecimal _pyio _pylong _pyrepl _queue _random _sha1 _sha2 _sha3 _signal _sitebuiltins _socket _sqlite3 \
    _sre _ssl _stat _statistics _string _strptime _struct _suggestions _symtable _sysconfig _thread \
    _threading_local _tkinter _tokenize _tracemalloc _typing _uuid _warnings _weakref _weakrefset _zoneinfo abc \
    antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile calendar \
    cmath cmd code codecs codeop collections colorsys compileall concurrent configparser contextlib contextvars \
    copy copyreg csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest email encodings \
    ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath \
    getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib importlib inspect \
    io ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes mmap \
    modulefinder multiprocessing netrc ntpath nturl2path numbers opcode operator optparse os pathlib pdb pickle \
    pickletools pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr \
    pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets \
    select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile \
    sre_constants sre_parse ssl stat statistics string stringprep struct subprocess symtable sys sysconfig \
    syslog tabnanny tarfile tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib \
    trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uuid venv \
    warnings wave weakref webbrowser wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo";

/// Modules of other systems: CPython on Linux does not have them.
const ELSEWHERE: &str = "_dbm _gdbm _overlapped _scproxy _winapi _wmi msvcrt nt winreg winsound";

#[test]
fn every_module_of_python_is_there_or_refused() {
    for name in PYTHON_S.split_whitespace() {
        assert!(exists(name) != refusal(name).is_some(), "{name}");
    }
    for name in ELSEWHERE
        .split_whitespace()
        .chain(["requests", "cgi", "asyncore", "_re"])
    {
        assert_eq!(refusal(name), None);
    }
}

#[test]
fn what_ordinary_programs_import_is_refused_with_advice() {
    assert_eq!(
        refusal("argparse").as_deref(),
        Some("the module 'argparse' is not supported: read the arguments from sys.argv")
    );
    assert_eq!(
        refusal("urllib.request"),
        refusal("urllib").map(|s| s.replace("urllib", "urllib.request"))
    );
    assert!(missing("os", "listdir").is_some_and(|s| s.contains("there is no disk")));
    assert!(missing("sys", "stdin").is_some_and(|s| s.contains("keyboard")));
}
