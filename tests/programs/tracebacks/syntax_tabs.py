# Tabs and spaces mixed.
if True:
	x = 1
        y = 2

# stdout:
# stderr:
#|   File "syntax_tabs.py", line 4
#|     y = 2
#| TabError: inconsistent use of tabs and spaces in indentation
# exit: 1
