# An exception in __del__ can't be raised: it is reported and ignored.
# stderr-has: Exception ignored in: <function Resource.__del__ at 0xADDRESS>
# stderr-has: ValueError: cannot close
class Resource:
    def __del__(self):
        raise ValueError("cannot close")

r = Resource()
del r
print("the program goes on")  # expect: the program goes on
