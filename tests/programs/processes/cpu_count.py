# cpu_count, freeze_support, authkey, and the names of the module.
import multiprocessing
import os

if __name__ == "__main__":
    multiprocessing.freeze_support()
    print(multiprocessing.cpu_count() == os.cpu_count(), multiprocessing.cpu_count() >= 1)
    print(type(multiprocessing.current_process().authkey).__name__)
    process = multiprocessing.Process()
    print(process.authkey == multiprocessing.current_process().authkey)
    process.authkey = b"secret"
    print(process.authkey)
    print(process.name, process.daemon, process.exitcode, process.pid)
    process.start()
    process.join()
    print(process.exitcode)
    for name in ("ProcessError", "BufferTooShort", "TimeoutError", "AuthenticationError"):
        error = getattr(multiprocessing, name)
        print(name, [base.__name__ for base in error.__mro__[1:-2]])

# stdout:
#| True True
#| AuthenticationString
#| True
#| b'secret'
#| Process-1 False None None
#| 0
#| ProcessError ['Exception']
#| BufferTooShort ['ProcessError', 'Exception']
#| TimeoutError ['ProcessError', 'Exception']
#| AuthenticationError ['ProcessError', 'Exception']
