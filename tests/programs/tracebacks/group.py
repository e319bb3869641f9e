# An ExceptionGroup's traceback is drawn as a tree.
def fail(kind, text):
    raise kind(text)

errors = []
for kind in (ValueError, TypeError):
    try:
        fail(kind, "from " + kind.__name__)
    except Exception as error:
        errors.append(error)
raise ExceptionGroup("two problems", errors)

# stdout:
# stderr:
#|   + Exception Group Traceback (most recent call last):
#|   |   File "group.py", line 11, in <module>
#|   |     raise ExceptionGroup("two problems", errors)
#|   | ExceptionGroup: two problems (2 sub-exceptions)
#|   +-+---------------- 1 ----------------
#|     | Traceback (most recent call last):
#|     |   File "group.py", line 8, in <module>
#|     |     fail(kind, "from " + kind.__name__)
#|     |     ~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#|     |   File "group.py", line 3, in fail
#|     |     raise kind(text)
#|     | ValueError: from ValueError
#|     +---------------- 2 ----------------
#|     | Traceback (most recent call last):
#|     |   File "group.py", line 8, in <module>
#|     |     fail(kind, "from " + kind.__name__)
#|     |     ~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#|     |   File "group.py", line 3, in fail
#|     |     raise kind(text)
#|     | TypeError: from TypeError
#|     +------------------------------------
# exit: 1
