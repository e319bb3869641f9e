# Exceptions of one's own: hierarchy, attributes, args, str and repr.
class AppError(Exception):
    """Base of this application's errors."""

class NotFound(AppError):
    def __init__(self, key, where="table"):
        super().__init__(f"{key!r} not in {where}")
        self.key = key

class Quiet(AppError):
    def __str__(self):
        return "quiet text"

for error in (AppError("plain"), NotFound("k"), Quiet(1, 2), AppError(), ValueError("a", 2), KeyError("key"), OSError(2, "No such file")):
    try:
        raise error
    except AppError as caught:
        print("app:", type(caught).__name__, str(caught), repr(caught), caught.args)
    except Exception as caught:
        print("other:", type(caught).__name__, str(caught), repr(caught))
print(NotFound("z").key, issubclass(NotFound, AppError), AppError.__mro__[1].__name__)
try:
    raise NotFound
except TypeError as error:
    print(error)

# stdout:
#| app: AppError plain AppError('plain') ('plain',)
#| app: NotFound 'k' not in table NotFound("'k' not in table") ("'k' not in table",)
#| app: Quiet quiet text Quiet(1, 2) (1, 2)
#| app: AppError  AppError() ()
#| other: ValueError ('a', 2) ValueError('a', 2)
#| other: KeyError 'key' KeyError('key')
#| other: FileNotFoundError [Errno 2] No such file FileNotFoundError(2, 'No such file')
#| z True Exception
#| NotFound.__init__() missing 1 required positional argument: 'key'
