# What an OSError says that was made with one argument, and one with two.
for error in (TimeoutError("pool empty"), OSError(), OSError(2, "no such thing"), PermissionError(13, "denied", "f")):
    print(type(error).__name__, error.errno, error.strerror, error.filename, error.filename2)


class Lost(ConnectionError):
    def __init__(self, host):
        super().__init__(f"lost {host}")
        self.host = host


try:
    raise Lost("a")
except OSError as error:
    print(error, error.errno, error.host, vars(error))

# stdout:
#| TimeoutError None None None None
#| OSError None None None None
#| FileNotFoundError 2 no such thing None None
#| PermissionError 13 denied f None
#| lost a None a {'host': 'a'}
