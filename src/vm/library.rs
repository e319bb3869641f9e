//! The modules that programs can import: our own Python sources, some with natives beside them.
//!
//! `build.rs` includes this file too: it must know nothing else of the crate. Whoever includes it says with `text!`
//! where the sources are: the build has them as they are written, the crate as the build has made them short.

/// Sources by dotted name.
const SOURCES: &[(&str, &str)] = &[
    ("builtins", text!("builtins.py")),
    ("threading", text!("threading.py")),
    ("_thread", text!("_thread.py")),
    ("_lockstep", ""),
    ("_structseq", text!("_structseq.py")),
    ("_sysinfo", text!("_sysinfo.py")),
    ("io", text!("io.py")),
    ("_datetime", ""),
    ("datetime", text!("datetime.py")),
    ("statistics", text!("statistics.py")),
    ("contextvars", text!("contextvars.py")),
    ("timeit", text!("timeit.py")),
    ("pprint", text!("pprint.py")),
    ("_collections", text!("_collections.py")),
    ("_collections_abc", text!("_collections_abc.py")),
    ("collections.abc", "from _collections_abc import *\n"),
    ("typing", text!("typing.py")),
    ("enum", text!("enum.py")),
    ("warnings", text!("warnings.py")),
    ("traceback", text!("traceback.py")),
    ("types", text!("types.py")),
    ("reprlib", text!("reprlib.py")),
    ("textwrap", text!("textwrap.py")),
    ("fnmatch", text!("fnmatch.py")),
    ("string", text!("string.py")),
    ("copy", text!("copy.py")),
    ("dataclasses", text!("dataclasses.py")),
    ("collections", text!("collections.py")),
    ("contextlib", text!("contextlib.py")),
    ("abc", text!("abc.py")),
    ("_multiprocessing", text!("_multiprocessing.py")),
    ("atexit", text!("atexit.py")),
    (
        "multiprocessing.process",
        text!("multiprocessing_process.py"),
    ),
    (
        "multiprocessing.context",
        text!("multiprocessing_context.py"),
    ),
    ("multiprocessing.util", text!("multiprocessing_util.py")),
    ("multiprocessing.popen", text!("multiprocessing_popen.py")),
    (
        "multiprocessing.reduction",
        text!("multiprocessing_reduction.py"),
    ),
    ("multiprocessing.spawn", text!("multiprocessing_spawn.py")),
    (
        "multiprocessing.command",
        "from multiprocessing.spawn import spawn_main; spawn_main(tracker_fd=4, pipe_handle=6)\n",
    ),
    (
        "multiprocessing.connection",
        text!("multiprocessing_connection.py"),
    ),
    (
        "multiprocessing.synchronize",
        text!("multiprocessing_synchronize.py"),
    ),
    (
        "multiprocessing.sharedctypes",
        text!("multiprocessing_sharedctypes.py"),
    ),
    ("multiprocessing.pool", text!("multiprocessing_pool.py")),
    (
        "multiprocessing.managers",
        text!("multiprocessing_managers.py"),
    ),
    ("multiprocessing.dummy", text!("multiprocessing_dummy.py")),
    ("array", text!("array.py")),
    ("ctypes", text!("ctypes.py")),
    ("os", text!("os.py")),
    ("os.path", text!("os_path.py")),
    ("concurrent", text!("concurrent.py")),
    ("concurrent.futures", text!("concurrent_futures.py")),
    (
        "concurrent.futures._base",
        text!("concurrent_futures__base.py"),
    ),
    (
        "concurrent.futures.thread",
        text!("concurrent_futures_thread.py"),
    ),
    (
        "concurrent.futures.process",
        text!("concurrent_futures_process.py"),
    ),
    ("logging", text!("logging.py")),
    ("logging.handlers", text!("logging_handlers.py")),
    ("signal", text!("signal.py")),
    ("asyncio", text!("asyncio.py")),
    ("asyncio.events", text!("asyncio_events.py")),
    ("asyncio.futures", text!("asyncio_futures.py")),
    ("asyncio.tasks", text!("asyncio_tasks.py")),
    ("asyncio.locks", text!("asyncio_locks.py")),
    ("asyncio.queues", text!("asyncio_queues.py")),
    ("asyncio.runners", text!("asyncio_runners.py")),
    ("asyncio.taskgroups", text!("asyncio_taskgroups.py")),
    ("asyncio.timeouts", text!("asyncio_timeouts.py")),
    (
        "asyncio.exceptions",
        "from asyncio.futures import CancelledError, InvalidStateError\n\
         from asyncio.locks import BrokenBarrierError\nTimeoutError = TimeoutError\n",
    ),
    ("json", text!("json.py")),
    ("json.decoder", text!("json_decoder.py")),
    ("json.encoder", text!("json_encoder.py")),
    ("_pickle", text!("_pickle.py")),
    ("pickle", text!("pickle.py")),
    ("copyreg", text!("copyreg.py")),
    ("bisect", text!("bisect.py")),
    ("heapq", text!("heapq.py")),
    ("operator", text!("operator.py")),
    ("itertools", text!("itertools.py")),
    ("functools", text!("functools.py")),
    ("_random", ""),
    ("random", text!("random.py")),
    ("__future__", text!("__future__.py")),
    ("sched", text!("sched.py")),
    ("_re", ""),
    ("re", text!("re.py")),
    ("inspect", text!("inspect.py")),
    ("math", text!("math.py")),
    ("time", text!("time.py")),
    ("_queue", text!("_queue.py")),
    ("queue", text!("queue.py")),
    ("sys", text!("sys.py")),
    ("multiprocessing", text!("multiprocessing.py")),
    ("multiprocessing.queues", text!("multiprocessing_queues.py")),
];

/// Modules that are C in CPython: their code goes on without other threads getting in between, however small the
/// steps of the others.
const ATOMIC: &[&str] = &[
    "builtins",
    "_collections",
    "_thread",
    "bisect",
    "functools",
    "heapq",
    "itertools",
    "math",
    "operator",
];

/// Whether a module is C in CPython.
pub fn is_atomic(name: &str) -> bool {
    ATOMIC.contains(&name)
}

/// Functions of `threading` that keep the books of threads. What they do for different threads commutes,
/// unless the program looks into the books (`enumerate`, `active_count`), so exploration looks away.
const QUIET: &[&str] = &[
    "Thread.__init__",
    "Thread.start",
    "Thread._bootstrap_inner",
    "Thread.run",
    "Thread.join",
    "Thread.daemon",
    "Thread.ident",
    "current_thread",
    "main_thread",
    "_shutdown",
];

/// Whether a function of a module keeps the books of threads.
pub fn is_quiet(module: &str, function: &str) -> bool {
    module == "threading" && QUIET.contains(&function)
}

/// Whether CPython has this function of the library in C: a call leaves no frame in a traceback, and wrong
/// arguments are told in other words.
pub fn is_c(module: &str, function: &str) -> bool {
    module.starts_with('_')
        || matches!(
            module,
            "builtins"
                | "array"
                | "atexit"
                | "bisect"
                | "heapq"
                | "itertools"
                | "math"
                | "operator"
                | "sys"
                | "time"
        )
        || module == "os"
            && !function.contains('.')
            && !matches!(
                function,
                "process_cpu_count" | "getenv" | "fsencode" | "fsdecode" | "get_exec_path"
            )
        || module == "asyncio.futures" && function.starts_with("Future.")
        || module == "asyncio.tasks" && function.starts_with("Task.")
        || module == "json.decoder"
            && !matches!(function, "JSONDecoder.decode" | "JSONDecoder.raw_decode")
        || module == "json.encoder" && function.contains("_write")
        || module == "dataclasses" && function == "_bind"
        || module == "multiprocessing.spawn" && function == "_begin"
        || module == "warnings" && matches!(function, "warn" | "warn_explicit")
        || module == "signal" && !matches!(function, "signal" | "getsignal" | "valid_signals")
        || module == "functools"
            && (matches!(function, "reduce" | "partial.__new__" | "partial.__call__")
                || function.starts_with("_lru_cache_wrapper.")
                || function.starts_with("cmp_to_key."))
}

/// Whether CPython makes a function out of a text, in the file `<string>`. Its local `_line` says which line of that is
/// executed, or as which function it is shown, at line 2.
pub fn is_from_text(module: &str, function: &str) -> bool {
    module == "dataclasses" && function.contains(".<locals>.__")
        || module == "multiprocessing.managers" && function == "_forwarder.<locals>.method"
}

/// Whether the functions of a module work on what they are given step by step, in Python: threads that change it meanwhile
/// can get in between in CPython, but not here.
pub fn is_compound(module: &str, function: &str) -> bool {
    // A look that found nothing led there.
    !function.ends_with(".__missing__")
        && matches!(
            module,
            "collections"
                | "collections.abc"
                | "copy"
                | "pprint"
                | "random"
                | "statistics"
                | "string"
        )
        || module == "functools" && function.starts_with("singledispatch")
}

/// Whether CPython lets a class of the library be subscribed by types: `Queue[int]`.
pub fn is_generic(module: &str, class: &str) -> bool {
    matches!(
        (module, class),
        (
            "collections.abc",
            "Iterable" | "Container" | "Callable" | "Awaitable" | "AsyncIterable" | "MappingView"
        ) | ("queue", "Queue")
            | ("_queue", "SimpleQueue")
            | ("asyncio.queues", "Queue")
            | ("_asyncio" | "asyncio.futures", "Future")
            | ("_asyncio" | "asyncio.tasks", "Task")
            | ("concurrent.futures._base", "Future")
            | (
                "collections",
                "deque" | "defaultdict" | "OrderedDict" | "ChainMap"
            )
            | ("functools", "partial" | "partialmethod" | "cached_property")
            | (
                "contextlib",
                "AbstractContextManager" | "AbstractAsyncContextManager"
            )
            | ("multiprocessing.pool", "ApplyResult")
            | ("multiprocessing.queues", "SimpleQueue")
            | ("multiprocessing.managers", "ValueProxy")
    )
}

/// The name that errors give to an instance of a class of the library that is C in CPython.
pub fn c_class(module: &str, class: &str) -> Option<&'static str> {
    Some(match (module, class) {
        ("_queue", "SimpleQueue") => "_queue.SimpleQueue",
        ("collections", "deque") => "collections.deque",
        ("collections", "defaultdict") => "collections.defaultdict",
        ("collections", "OrderedDict") => "collections.OrderedDict",
        ("functools", "partial") => "functools.partial",
        ("_asyncio" | "asyncio.futures", "Future") => "_asyncio.Future",
        ("_asyncio" | "asyncio.tasks", "Task") => "_asyncio.Task",
        ("datetime", "date") => "datetime.date",
        ("datetime", "datetime") => "datetime.datetime",
        ("datetime", "time") => "datetime.time",
        ("datetime", "timedelta") => "datetime.timedelta",
        ("datetime", "timezone") => "datetime.timezone",
        ("itertools", "count") => "itertools.count",
        ("itertools", "chain") => "itertools.chain",
        ("itertools", "cycle") => "itertools.cycle",
        ("itertools", "islice") => "itertools.islice",
        ("io", "StringIO") => "_io.StringIO",
        ("re", "Pattern") => "re.Pattern",
        ("re", "Match") => "re.Match",
        ("types", "SimpleNamespace") => "types.SimpleNamespace",
        ("types", "MappingProxyType") => "mappingproxy",
        _ => return None,
    })
}

/// Packages of CPython whose module is a file within them.
const PACKAGES: &[&str] = &[
    "asyncio",
    "collections",
    "concurrent",
    "concurrent.futures",
    "json",
    "logging",
    "multiprocessing",
];

/// The file that tracebacks name for a module.
pub fn file(name: &str) -> String {
    let inside = match name {
        "builtins" => return "<builtins>".into(),
        // What the command line of a spawned interpreter says.
        "multiprocessing.command" => return "<string>".into(),
        "asyncio.events" => "asyncio/base_events".to_string(),
        "collections.abc" => "_collections_abc".to_string(),
        "os.path" => "posixpath".to_string(),
        _ if PACKAGES.contains(&name) => format!("{}/__init__", name.replace('.', "/")),
        _ => name.replace('.', "/"),
    };
    format!("<lib>/{inside}.py")
}

/// Whether CPython has a module in a file of its own, not within the interpreter.
pub fn has_file(name: &str) -> bool {
    let inside = ["atexit", "itertools", "math", "sys", "time", "array"];
    !(name.starts_with('_') && name != "__main__" && name != "__future__" || inside.contains(&name))
}

/// Submodules that exist as soon as their package does.
const SUBMODULES: &[(&str, &[&str])] = &[
    (
        "asyncio",
        &[
            "asyncio.events",
            "asyncio.futures",
            "asyncio.tasks",
            "asyncio.queues",
            "asyncio.locks",
        ],
    ),
    ("concurrent", &["concurrent.futures"]),
    (
        "concurrent.futures",
        &["concurrent.futures.thread", "concurrent.futures.process"],
    ),
    ("logging", &["logging.handlers"]),
    (
        "multiprocessing",
        &[
            "multiprocessing.queues",
            "multiprocessing.context",
            "multiprocessing.process",
            "multiprocessing.util",
            "multiprocessing.reduction",
            "multiprocessing.spawn",
            "multiprocessing.connection",
            "multiprocessing.synchronize",
            "multiprocessing.sharedctypes",
            "multiprocessing.pool",
            "multiprocessing.managers",
            "multiprocessing.dummy",
        ],
    ),
    ("collections", &["collections.abc"]),
    ("json", &["json.decoder", "json.encoder"]),
];

/// Modules of Python that the machine lacks, and what to use instead.
pub(crate) const REFUSED: &[(&str, &str)] = &[
    (
        "socket ssl select selectors socketserver _socket _ssl",
        "sockets are not supported: use a queue or a pipe between threads or processes",
    ),
    (
        "http urllib email ipaddress mailbox mimetypes netrc ftplib imaplib poplib smtplib webbrowser wsgiref xmlrpc",
        "the network is not supported: let time.sleep stand for the waiting",
    ),
    (
        "subprocess pty",
        "other programs cannot be started: use multiprocessing",
    ),
    (
        "tkinter turtle curses idlelib turtledemo _curses _tkinter",
        "windows are not supported: print instead",
    ),
    (
        "sqlite3 dbm _sqlite3",
        "databases are not supported: keep the data in a dict",
    ),
    (
        "pathlib tempfile shutil glob fileinput filecmp mmap shelve stat bz2 gzip lzma tarfile zipfile",
        "files are not supported: keep the data in a list or a string",
    ),
    (
        "csv configparser html plistlib tomllib xml",
        "of the formats of data there is json: use it, or str.split",
    ),
    (
        "weakref _weakref _weakrefset",
        "weak references are not supported: when objects die is not simulated",
    ),
    ("gc", "the garbage collector is not simulated"),
    ("builtins", "use the names of built-ins as they are"),
    (
        "importlib modulefinder pkgutil runpy zipimport",
        "use an import statement",
    ),
    ("unittest doctest", "use assert"),
    (
        "uuid secrets",
        "its numbers differ in every run: use random with a seed, or itertools.count",
    ),
    (
        "cmath",
        "complex numbers are not supported: keep the two parts in a tuple",
    ),
    (
        "fractions",
        "fractions are not supported: keep numerator and denominator in a tuple",
    ),
    (
        "decimal _decimal _pydecimal",
        "decimal numbers are not supported: count in whole cents with int",
    ),
    (
        "multiprocessing.shared_memory",
        "use multiprocessing.Array, Value or a Manager",
    ),
    (
        "argparse getopt optparse",
        "read the arguments from sys.argv",
    ),
    (
        "dis opcode pickletools",
        "use `lockstep dis`, or look at the instructions in the player",
    ),
    (
        "ast code codeop compileall marshal py_compile symtable token tokenize",
        NO_CODE,
    ),
    (
        "hashlib hmac zlib",
        "let a loop of arithmetic stand for the computing",
    ),
    ("base64 binascii", "use bytes.hex and bytes.fromhex"),
    ("struct _struct", "use int.to_bytes and int.from_bytes"),
    ("codecs encodings", "use str.encode and bytes.decode"),
    ("bdb pdb", "step in the player"),
    (
        "cProfile profile pstats trace tracemalloc",
        "look at the timeline, or measure with time.perf_counter",
    ),
    (
        "gettext locale",
        "there is one language: use format specifications",
    ),
    ("calendar zoneinfo", "use datetime; the time zone is UTC"),
    ("getpass readline cmd", NO_KEYBOARD),
    (
        "errno",
        "catch a subclass of OSError: FileNotFoundError, BrokenPipeError",
    ),
    (
        "platform sysconfig site resource fcntl grp pwd posix syslog termios tty",
        "the system is simulated: use sys, os and time",
    ),
    ("numbers", "use int and float in isinstance"),
    (
        "keyword shlex unicodedata stringprep difflib linecache",
        "use the methods of str",
    ),
    ("graphlib", "keep who comes before whom in a dict"),
];

const NO_KEYBOARD: &str =
    "nobody sits at the keyboard of a simulated program: put the value into a variable";

const NO_CODE: &str =
    "code that is made at run time cannot be shown: write functions, and use json for data";

/// The sentence for a built-in that makes code at run time.
pub fn no_code(name: &str) -> String {
    format!("{name}() is not supported: {NO_CODE}")
}

/// Modules that the library is built on and Python does not have.
pub fn is_inner(name: &str) -> bool {
    matches!(name, "_lockstep" | "_re" | "_structseq" | "_sysinfo")
}

/// Whether a module is a package in Python, so that what it lacks inside is just not there.
pub fn is_package(name: &str) -> bool {
    let all = "asyncio collections concurrent concurrent.futures ctypes json logging multiprocessing \
               multiprocessing.dummy re";
    all.split(' ').any(|package| package == name)
}

/// The names of all modules.
pub fn names() -> impl Iterator<Item = &'static str> {
    SOURCES.iter().map(|(name, _)| *name)
}

/// The source of a module.
pub fn source(name: &str) -> Option<&'static str> {
    SOURCES
        .iter()
        .find(|(n, _)| *n == name)
        .map(|(_, source)| *source)
}

/// Whether the machine has a module of that name.
pub fn exists(name: &str) -> bool {
    name != "builtins" && source(name).is_some()
}

/// Submodules that come with a package.
pub fn submodules(name: &str) -> &'static [&'static str] {
    SUBMODULES
        .iter()
        .find(|(n, _)| *n == name)
        .map_or(&[], |(_, list)| list)
}

/// The sentence for a module that Python has and the machine lacks.
pub fn refusal(name: &str) -> Option<String> {
    let top = name.split('.').next().unwrap_or(name);
    let listed = REFUSED
        .iter()
        .find(|(names, _)| names.split_whitespace().any(|n| n == top || n == name));
    let reason = match listed {
        Some((_, reason)) => reason,
        None if is_python_s(top) && !exists(top) || PARTS.split_whitespace().any(|n| n == name) => {
            &LACKS
        }
        None => return None,
    };
    Some(format!("the module '{name}' is not supported: {reason}"))
}

/// Modules of CPython 3.13 on Linux that are neither there nor refused with a reason of their own.
const OTHERS: &str = "antigravity colorsys ensurepip faulthandler genericpath ntpath nturl2path posixpath pyclbr pydoc pydoc_data \
    pyexpat quopri rlcompleter sre_compile sre_constants sre_parse tabnanny this venv wave zipapp _abc \
    _aix_support _android_support _ast _asyncio _bisect _blake2 _bz2 _codecs _codecs_cn _codecs_hk \
    _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _colorize _compat_pickle _compression _contextvars _csv \
    _ctypes _curses_panel _elementtree _frozen_importlib _frozen_importlib_external _functools _hashlib _heapq \
    _imp _interpchannels _interpqueues _interpreters _io _ios_support _json _locale _lsprof _lzma _markupbase \
    _md5 _multibytecodec _opcode _opcode_metadata _operator _osx_support _posixshmem _posixsubprocess _py_abc \
    _pydatetime _pyio _pylong _pyrepl _sha1 _sha2 _sha3 _signal _sitebuiltins _sre _stat _statistics _string \
    _strptime _suggestions _symtable _sysconfig _threading_local _tokenize _tracemalloc _typing _uuid _warnings \
    _zoneinfo";

/// Parts of packages that are there, which are not.
const PARTS: &str = "logging.config asyncio.subprocess asyncio.streams asyncio.coroutines asyncio.threads \
    asyncio.base_events asyncio.log asyncio.constants asyncio.protocols asyncio.transports asyncio.selector_events \
    asyncio.unix_events asyncio.staggered asyncio.mixins asyncio.format_helpers asyncio.base_futures \
    asyncio.base_tasks asyncio.base_subprocess asyncio.sslproto asyncio.trsock asyncio.proactor_events \
    multiprocessing.resource_tracker multiprocessing.resource_sharer multiprocessing.heap multiprocessing.forkserver \
    multiprocessing.popen_fork multiprocessing.popen_spawn_posix multiprocessing.popen_forkserver \
    multiprocessing.dummy.connection json.tool json.scanner ctypes.util";

/// Whether Python has a module of that name.
fn is_python_s(name: &str) -> bool {
    OTHERS.split_whitespace().any(|n| n == name)
}

/// Of what has no better advice.
const LACKS: &str = "Lockstep lacks this part of Python's library";

/// Names that Python's modules have and ours lack, with what to do instead.
pub(crate) const MISSING: &[(&str, &str, &str)] = &[
    ("sys", NO_KEYBOARD, "stdin __stdin__"),
    (
        "multiprocessing.connection",
        "Listener and Client need sockets: use a Pipe, a Queue or a Manager",
        "Listener Client",
    ),
    (
        "os",
        "there is no disk: keep the data in a list or a dict",
        "access chdir chmod chown close dup dup2 fdopen fstat fsync link listdir lseek lstat makedirs mkdir open \
         read readlink remove removedirs rename renames replace rmdir scandir stat symlink truncate umask unlink \
         utime walk write DirEntry stat_result",
    ),
    (
        "os",
        "other programs cannot be started: use multiprocessing",
        "execl execle execlp execv execve execvp forkpty killpg pipe pipe2 popen posix_spawn setsid spawnl \
         spawnlp spawnv spawnvp wait wait3 wait4 waitid waitpid WEXITSTATUS WIFEXITED WIFSIGNALED WTERMSIG",
    ),
    (
        "os",
        "a process ends with sys.exit() or os._exit()",
        "abort",
    ),
    (
        "os",
        "the scheduler of the system is not simulated",
        "getpriority sched_setaffinity sched_setscheduler setpriority",
    ),
    (
        "asyncio",
        "the network and other programs are not supported: let asyncio.sleep stand for the waiting",
        "create_subprocess_exec create_subprocess_shell open_connection open_unix_connection start_server \
         start_unix_server StreamReader StreamWriter Protocol Transport Server IncompleteReadError \
         LimitOverrunError SendfileNotAvailableError AbstractServer BaseProtocol DatagramProtocol \
         SubprocessProtocol BufferedProtocol StreamReaderProtocol BaseTransport ReadTransport WriteTransport \
         DatagramTransport SubprocessTransport",
    ),
    (
        "pickle",
        "use pickle.dumps and pickle.loads",
        "Pickler Unpickler PickleBuffer",
    ),
    ("contextlib", "there is no disk", "chdir"),
    (
        "asyncio",
        "there is one event loop policy",
        "get_event_loop_policy set_event_loop_policy DefaultEventLoopPolicy AbstractEventLoopPolicy",
    ),
    (
        "asyncio",
        "eager tasks are not supported: tasks begin at the next turn of the loop",
        "eager_task_factory create_eager_task_factory",
    ),
    (
        "logging.handlers",
        "the network is not supported: use a StreamHandler or a QueueHandler",
        "SocketHandler DatagramHandler HTTPHandler SMTPHandler SysLogHandler NTEventLogHandler WatchedFileHandler",
    ),
    (
        "sys",
        "the interpreter has no such insides here",
        "addaudithook audit breakpointhook getallocatedblocks getdlopenflags setdlopenflags meta_path path_hooks \
         path_importer_cache set_asyncgen_hooks get_asyncgen_hooks call_tracing",
    ),
    (
        "signal",
        "no signal is held back here: set a handler for it",
        "pthread_sigmask set_wakeup_fd siginterrupt sigpending sigtimedwait sigwait sigwaitinfo",
    ),
    (
        "asyncio",
        LACKS,
        "AbstractChildWatcher FastChildWatcher MultiLoopChildWatcher PidfdChildWatcher \
         SafeChildWatcher ThreadedChildWatcher get_child_watcher set_child_watcher",
    ),
    (
        "copyreg",
        LACKS,
        "add_extension clear_extension_cache remove_extension",
    ),
    (
        "enum",
        LACKS,
        "EnumDict global_enum global_enum_repr global_flag_repr global_str pickle_by_enum_name \
         pickle_by_global_name",
    ),
    (
        "inspect",
        LACKS,
        "BufferFlags ClosureVars FrameInfo Traceback classify_class_attrs findsource getargs \
         getargvalues getasyncgenlocals getasyncgenstate getattr_static getblock getcallargs \
         getclasstree getclosurevars getcomments getcoroutinelocals getframeinfo \
         getgeneratorlocals getinnerframes getlineno getmembers_static getmodulename \
         getouterframes isdatadescriptor isgetsetdescriptor ismemberdescriptor ismethoddescriptor \
         ismethodwrapper markcoroutinefunction walktree",
    ),
    (
        "io",
        LACKS,
        "BufferedRWPair BufferedRandom BufferedReader BufferedWriter FileIO \
         IncrementalNewlineDecoder RawIOBase open open_code",
    ),
    ("logging", LACKS, "BufferingFormatter"),
    ("multiprocessing.managers", LACKS, "SharedMemoryManager"),
    (
        "os.path",
        LACKS,
        "commonpath commonprefix expandvars getatime getctime getmtime getsize isdevdrive \
         isjunction islink ismount lexists normcase relpath samefile sameopenfile samestat \
         splitdrive splitroot",
    ),
    (
        "statistics",
        LACKS,
        "NormalDist covariance kde kde_random linear_regression median_grouped",
    ),
    ("sys", LACKS, "set_int_max_str_digits"),
    (
        "types",
        LACKS,
        "CapsuleType ClassMethodDescriptorType GetSetDescriptorType MemberDescriptorType \
         MethodDescriptorType MethodWrapperType WrapperDescriptorType \
         get_original_bases prepare_class resolve_bases",
    ),
    (
        "typing",
        LACKS,
        "ByteString get_protocol_members no_type_check_decorator",
    ),
    (
        "threading",
        "weak references are not supported: keep the objects in a set",
        "WeakSet",
    ),
];

/// The sentence for an attribute that Python's module has and ours lacks.
pub fn missing(module: &str, name: &str) -> Option<String> {
    let listed = MISSING
        .iter()
        .find(|(m, _, names)| *m == module && names.split_whitespace().any(|n| n == name));
    if let Some((_, reason, _)) = listed {
        return Some(format!("{module}.{name} is not supported: {reason}"));
    }
    let reason = match (module, name) {
        ("ctypes", _) => {
            "C code is not supported: there are only the simple types of shared memory"
        }
        _ => return None,
    };
    Some(format!("{module}.{name} is not supported: {reason}"))
}

#[cfg(test)]
#[path = "library_tests.rs"]
mod tests;
