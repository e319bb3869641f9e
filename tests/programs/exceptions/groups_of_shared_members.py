# An exception that was shown already is shown again as a member of a group, but not as a context or a cause.
import traceback


def shown(raiser):
    try:
        raiser()
    except BaseException as error:
        traceback.print_exc()
        return error


def member_and_context():
    try:
        raise KeyError("local")
    except KeyError as error:
        raise ExceptionGroup("g", [error, ValueError(2)])


def member_and_cause():
    try:
        raise KeyError("local")
    except KeyError as error:
        raise ExceptionGroup("h", [ValueError(1), error]) from error


def three_times():
    one = ValueError("shared")
    raise ExceptionGroup("g", [one, one, ExceptionGroup("h", [one])])


def members_with_one_cause():
    cause = OSError("cause")
    members = []
    for number in range(3):
        try:
            raise ValueError(number) from cause
        except ValueError as error:
            members.append(error)
    raise ExceptionGroup("g", members)


def its_own_cause():
    error = ValueError("self")
    try:
        raise error from error
    except ValueError:
        pass
    raise error


def circle():
    one, two = ValueError("one"), ValueError("two")
    one.__context__, two.__context__ = two, one
    raise one


def cause_seen_context_not():
    one, two, three = ValueError("one"), ValueError("two"), ValueError("three")
    one.__cause__ = two
    two.__cause__ = one
    two.__suppress_context__ = False
    two.__context__ = three
    raise one


def long_chain():
    error = None
    for number in range(150):
        new = ValueError(number)
        new.__context__ = error
        error = new
    raise error


for raiser in (member_and_context, member_and_cause, three_times, members_with_one_cause, its_own_cause, circle,
               cause_seen_context_not):
    shown(raiser)
try:
    long_chain()
except ValueError:
    print(traceback.format_exc().count("During handling"))
member_and_context()

# stdout:
#| 149
# stderr:
#| Traceback (most recent call last):
#|   File "groups_of_shared_members.py", line 15, in member_and_context
#|     raise KeyError("local")
#| KeyError: 'local'
#|
#| During handling of the above exception, another exception occurred:
#|
#|   + Exception Group Traceback (most recent call last):
#|   |   File "groups_of_shared_members.py", line 7, in shown
#|   |     raiser()
#|   |     ~~~~~~^^
#|   |   File "groups_of_shared_members.py", line 17, in member_and_context
#|   |     raise ExceptionGroup("g", [error, ValueError(2)])
#|   | ExceptionGroup: g (2 sub-exceptions)
#|   +-+---------------- 1 ----------------
#|     | Traceback (most recent call last):
#|     |   File "groups_of_shared_members.py", line 15, in member_and_context
#|     |     raise KeyError("local")
#|     | KeyError: 'local'
#|     +---------------- 2 ----------------
#|     | ValueError: 2
#|     +------------------------------------
#| Traceback (most recent call last):
#|   File "groups_of_shared_members.py", line 22, in member_and_cause
#|     raise KeyError("local")
#| KeyError: 'local'
#|
#| The above exception was the direct cause of the following exception:
#|
#|   + Exception Group Traceback (most recent call last):
#|   |   File "groups_of_shared_members.py", line 7, in shown
#|   |     raiser()
#|   |     ~~~~~~^^
#|   |   File "groups_of_shared_members.py", line 24, in member_and_cause
#|   |     raise ExceptionGroup("h", [ValueError(1), error]) from error
#|   | ExceptionGroup: h (2 sub-exceptions)
#|   +-+---------------- 1 ----------------
#|     | ValueError: 1
#|     +---------------- 2 ----------------
#|     | Traceback (most recent call last):
#|     |   File "groups_of_shared_members.py", line 22, in member_and_cause
#|     |     raise KeyError("local")
#|     | KeyError: 'local'
#|     +------------------------------------
#|   + Exception Group Traceback (most recent call last):
#|   |   File "groups_of_shared_members.py", line 7, in shown
#|   |     raiser()
#|   |     ~~~~~~^^
#|   |   File "groups_of_shared_members.py", line 29, in three_times
#|   |     raise ExceptionGroup("g", [one, one, ExceptionGroup("h", [one])])
#|   | ExceptionGroup: g (3 sub-exceptions)
#|   +-+---------------- 1 ----------------
#|     | ValueError: shared
#|     +---------------- 2 ----------------
#|     | ValueError: shared
#|     +---------------- 3 ----------------
#|     | ExceptionGroup: h (1 sub-exception)
#|     +-+---------------- 1 ----------------
#|       | ValueError: shared
#|       +------------------------------------
#|   + Exception Group Traceback (most recent call last):
#|   |   File "groups_of_shared_members.py", line 7, in shown
#|   |     raiser()
#|   |     ~~~~~~^^
#|   |   File "groups_of_shared_members.py", line 40, in members_with_one_cause
#|   |     raise ExceptionGroup("g", members)
#|   | ExceptionGroup: g (3 sub-exceptions)
#|   +-+---------------- 1 ----------------
#|     | Traceback (most recent call last):
#|     |   File "groups_of_shared_members.py", line 37, in members_with_one_cause
#|     |     raise ValueError(number) from cause
#|     | ValueError: 0
#|     +---------------- 2 ----------------
#|     | Traceback (most recent call last):
#|     |   File "groups_of_shared_members.py", line 37, in members_with_one_cause
#|     |     raise ValueError(number) from cause
#|     | ValueError: 1
#|     +---------------- 3 ----------------
#|     | OSError: cause
#|     | 
#|     | The above exception was the direct cause of the following exception:
#|     | 
#|     | Traceback (most recent call last):
#|     |   File "groups_of_shared_members.py", line 37, in members_with_one_cause
#|     |     raise ValueError(number) from cause
#|     | ValueError: 2
#|     +------------------------------------
#| Traceback (most recent call last):
#|   File "groups_of_shared_members.py", line 7, in shown
#|     raiser()
#|     ~~~~~~^^
#|   File "groups_of_shared_members.py", line 49, in its_own_cause
#|     raise error
#|   File "groups_of_shared_members.py", line 46, in its_own_cause
#|     raise error from error
#| ValueError: self
#| ValueError: two
#|
#| During handling of the above exception, another exception occurred:
#|
#| Traceback (most recent call last):
#|   File "groups_of_shared_members.py", line 7, in shown
#|     raiser()
#|     ~~~~~~^^
#|   File "groups_of_shared_members.py", line 55, in circle
#|     raise one
#| ValueError: one
#| ValueError: three
#|
#| During handling of the above exception, another exception occurred:
#|
#| ValueError: two
#|
#| The above exception was the direct cause of the following exception:
#|
#| Traceback (most recent call last):
#|   File "groups_of_shared_members.py", line 7, in shown
#|     raiser()
#|     ~~~~~~^^
#|   File "groups_of_shared_members.py", line 64, in cause_seen_context_not
#|     raise one
#| ValueError: one
#| Traceback (most recent call last):
#|   File "groups_of_shared_members.py", line 15, in member_and_context
#|     raise KeyError("local")
#| KeyError: 'local'
#|
#| During handling of the above exception, another exception occurred:
#|
#|   + Exception Group Traceback (most recent call last):
#|   |   File "groups_of_shared_members.py", line 83, in <module>
#|   |     member_and_context()
#|   |     ~~~~~~~~~~~~~~~~~~^^
#|   |   File "groups_of_shared_members.py", line 17, in member_and_context
#|   |     raise ExceptionGroup("g", [error, ValueError(2)])
#|   | ExceptionGroup: g (2 sub-exceptions)
#|   +-+---------------- 1 ----------------
#|     | Traceback (most recent call last):
#|     |   File "groups_of_shared_members.py", line 15, in member_and_context
#|     |     raise KeyError("local")
#|     | KeyError: 'local'
#|     +---------------- 2 ----------------
#|     | ValueError: 2
#|     +------------------------------------
# exit: 1
