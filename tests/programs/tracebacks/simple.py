# The traceback of an uncaught exception through three calls.
def first(n):
    return second(n) + 1

def second(n):
    value = third(n - 1)
    return value

def third(n):
    return 10 / n

print("start")
first(1)

# stdout:
#| start
# stderr:
#| Traceback (most recent call last):
#|   File "simple.py", line 13, in <module>
#|     first(1)
#|     ~~~~~^^^
#|   File "simple.py", line 3, in first
#|     return second(n) + 1
#|            ~~~~~~^^^
#|   File "simple.py", line 6, in second
#|     value = third(n - 1)
#|   File "simple.py", line 10, in third
#|     return 10 / n
#|            ~~~^~~
#| ZeroDivisionError: division by zero
# exit: 1
