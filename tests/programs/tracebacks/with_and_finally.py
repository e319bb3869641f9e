# Exceptions raised in __exit__ and in finally while another one is on its way.
class Closing:
    def __enter__(self):
        return self
    def __exit__(self, *info):
        raise OSError("cannot close")

def work():
    try:
        with Closing():
            raise ValueError("in the block")
    finally:
        print("finally")

work()

# stdout:
#| finally
# stderr:
#| Traceback (most recent call last):
#|   File "with_and_finally.py", line 11, in work
#|     raise ValueError("in the block")
#| ValueError: in the block
#|
#| During handling of the above exception, another exception occurred:
#|
#| Traceback (most recent call last):
#|   File "with_and_finally.py", line 15, in <module>
#|     work()
#|     ~~~~^^
#|   File "with_and_finally.py", line 10, in work
#|     with Closing():
#|          ~~~~~~~^^
#|   File "with_and_finally.py", line 6, in __exit__
#|     raise OSError("cannot close")
#| OSError: cannot close
# exit: 1
