# sys: arguments, version, limits, streams, exc_info.
# args: one --two 3
import sys

print(sys.argv)  # expect: ['sys_basics.py', 'one', '--two', '3']
print(sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.major, sys.implementation.name)  # expect: (3, 13) True 3 cpython
print(sys.maxsize, sys.byteorder, sys.platform, sys.getrecursionlimit(), sys.float_info.max)  # expect: 9223372036854775807 little linux 1000 1.7976931348623157e+308
print(sys.stdout.name, sys.stderr.name, sys.stdout is sys.__stdout__, sys.stdout.encoding)  # expect: <stdout> <stderr> True utf-8
print("sys" in sys.modules, sys.getdefaultencoding(), sys.exc_info())  # expect: True utf-8 (None, None, None)
print(sys.intern("a") is sys.intern("a"), sys.hash_info.width, sys.getswitchinterval())  # expect: True 64 0.005
sys.stderr.write("to stderr\n")
print(sys._getframe().f_lineno, sys._getframe().f_code.co_name)  # expect: 12 <module>
print(hasattr(sys, "_is_gil_enabled") and sys._is_gil_enabled())  # expect: True

# stderr:
#| to stderr
