# Chained exceptions: the direct cause, and one raised while another was handled.
def load(name):
    try:
        return {"a": 1}[name]
    except KeyError as error:
        raise LookupError(f"no setting {name!r}") from error

def start():
    try:
        load("b")
    except LookupError:
        undefined_handler()

start()

# stdout:
# stderr:
#| Traceback (most recent call last):
#|   File "chained.py", line 4, in load
#|     return {"a": 1}[name]
#|            ~~~~~~~~^^^^^^
#| KeyError: 'b'
#|
#| The above exception was the direct cause of the following exception:
#|
#| Traceback (most recent call last):
#|   File "chained.py", line 10, in start
#|     load("b")
#|     ~~~~^^^^^
#|   File "chained.py", line 6, in load
#|     raise LookupError(f"no setting {name!r}") from error
#| LookupError: no setting 'b'
#|
#| During handling of the above exception, another exception occurred:
#|
#| Traceback (most recent call last):
#|   File "chained.py", line 14, in <module>
#|     start()
#|     ~~~~~^^
#|   File "chained.py", line 12, in start
#|     undefined_handler()
#|     ^^^^^^^^^^^^^^^^^
#| NameError: name 'undefined_handler' is not defined
# exit: 1
