# A deep recursion is folded: the repeated lines are counted.
def down(n):
    return down(n + 1)

down(0)

# stdout:
# stderr:
#| Traceback (most recent call last):
#|   File "recursion.py", line 5, in <module>
#|     down(0)
#|     ~~~~^^^
#|   File "recursion.py", line 3, in down
#|     return down(n + 1)
#|   File "recursion.py", line 3, in down
#|     return down(n + 1)
#|   File "recursion.py", line 3, in down
#|     return down(n + 1)
#|   [Previous line repeated 996 more times]
#| RecursionError: maximum recursion depth exceeded
# exit: 1
