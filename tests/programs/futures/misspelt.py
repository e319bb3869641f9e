# Misspelt modules and executors: what is a package is not said to be none, and executors are suggested.
import concurrent.futures
import traceback


def future():
    from concurrent.future import ThreadPoolExecutor


def inside_a_package():
    import json.foo


def inside_a_module():
    import queue.foo


for attempt in future, inside_a_package, inside_a_module:
    try:
        attempt()
    except ModuleNotFoundError as error:
        print(error)
for attempt in (lambda: concurrent.futures.ThreadPoolExcutor(), lambda: concurrent.futures.ProcessPoolExecuter):
    try:
        attempt()
    except AttributeError as error:
        print(traceback.format_exception(error)[-1], end="")

# stdout:
#| No module named 'concurrent.future'
#| No module named 'json.foo'
#| No module named 'queue.foo'; 'queue' is not a package
#| AttributeError: module 'concurrent.futures' has no attribute 'ThreadPoolExcutor'. Did you mean: 'ThreadPoolExecutor'?
#| AttributeError: module 'concurrent.futures' has no attribute 'ProcessPoolExecuter'. Did you mean: 'ProcessPoolExecutor'?
