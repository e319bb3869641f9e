# raise and raise error again: which lines the traceback keeps.
def risky():
    raise ValueError("original")

def again():
    try:
        risky()
    except ValueError:
        print("handling")
        raise

def named():
    try:
        again()
    except ValueError as error:
        raise error

named()

# stdout:
#| handling
# stderr:
#| Traceback (most recent call last):
#|   File "reraised.py", line 18, in <module>
#|     named()
#|     ~~~~~^^
#|   File "reraised.py", line 16, in named
#|     raise error
#|   File "reraised.py", line 14, in named
#|     again()
#|     ~~~~~^^
#|   File "reraised.py", line 7, in again
#|     risky()
#|     ~~~~~^^
#|   File "reraised.py", line 3, in risky
#|     raise ValueError("original")
#| ValueError: original
# exit: 1
