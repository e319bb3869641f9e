# Up to three equal lines are printed, the others counted.
def down(n):
    if n == 0:
        raise ValueError("bottom")
    down(n - 1)

down(6)

# stdout:
# stderr:
#| Traceback (most recent call last):
#|   File "recursion_short.py", line 7, in <module>
#|     down(6)
#|     ~~~~^^^
#|   File "recursion_short.py", line 5, in down
#|     down(n - 1)
#|     ~~~~^^^^^^^
#|   File "recursion_short.py", line 5, in down
#|     down(n - 1)
#|     ~~~~^^^^^^^
#|   File "recursion_short.py", line 5, in down
#|     down(n - 1)
#|     ~~~~^^^^^^^
#|   [Previous line repeated 3 more times]
#|   File "recursion_short.py", line 4, in down
#|     raise ValueError("bottom")
#| ValueError: bottom
# exit: 1
