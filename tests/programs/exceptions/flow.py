# try, except, else, finally: which parts run, in which order, with return and loops.
def run(value):
    try:
        print("try", value)
        result = 10 // value
    except ZeroDivisionError as error:
        print("except", error)
        return "from except"
    except (TypeError, ValueError):
        print("wrong type")
        raise
    else:
        print("else", result)
        return "from else"
    finally:
        print("finally")

def overriding():
    try:
        return "try"
    finally:
        print("before leaving")

print(run(2))
print(run(0))
try:
    run("x")
except TypeError as error:
    print("outside:", error)
print(overriding())
for n in range(3):
    try:
        if n == 1:
            continue
        if n == 2:
            break
    finally:
        print("finally", n)
try:
    error
except NameError as unbound:
    print(unbound)

# stdout:
#| try 2
#| else 5
#| finally
#| from else
#| try 0
#| except integer division or modulo by zero
#| finally
#| from except
#| try x
#| wrong type
#| finally
#| outside: unsupported operand type(s) for //: 'int' and 'str'
#| before leaving
#| try
#| finally 0
#| finally 1
#| finally 2
#| name 'error' is not defined
