# os as lessons use it.
import os

print(os.name, os.sep, repr(os.linesep), os.pathsep, os.curdir)  # expect: posix / '\n' : .
print(os.getpid() == os.getpid(), os.getppid() != os.getpid(), os.cpu_count() >= 1, len(os.sched_getaffinity(0)) >= 1)  # expect: True True True True
print(os.path.join("a", "b", "/c", "d"), os.path.basename("/x/y.txt"), os.path.dirname("/x/y.txt"), os.path.splitext("a.tar.gz"), os.path.split("/a/b"))  # expect: /c/d y.txt /x ('a.tar', '.gz') ('/a', 'b')
print(os.environ.get("NO_SUCH_VARIABLE"), os.getenv("NO_SUCH_VARIABLE", "default"), "PATH" in os.environ)  # expect: None default True
os.environ["MINE"] = "1"
print(os.environ["MINE"], os.path.isabs("/a"), os.path.normpath("a//b/../c"))  # expect: 1 True a/c
try:
    os.environ["NO_SUCH_VARIABLE"]
except KeyError as error:
    print(error)  # expect: 'NO_SUCH_VARIABLE'
print(os.path.basename(__file__))  # expect: os_basics.py
