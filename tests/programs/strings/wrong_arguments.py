# How the methods of str call what they cannot take.
for f in (lambda: 'x'.replace(None, 'a'), lambda: 'x'.find(None), lambda: 'x'.encode(None), lambda: 'x'.partition(None), lambda: 'x'.startswith(None), lambda: 'x'.split(3), lambda: 'x'.removeprefix(None), lambda: ','.join([None]), lambda: int('1', None)):
    try: f()
    except TypeError as e: print(e)

# stdout:
#| replace() argument 1 must be str, not None
#| find() argument 1 must be str, not None
#| encode() argument 'encoding' must be str, not None
#| must be str, not NoneType
#| startswith first arg must be str or a tuple of str, not NoneType
#| must be str or None, not int
#| removeprefix() argument must be str, not None
#| sequence item 0: expected str instance, NoneType found
#| 'NoneType' object cannot be interpreted as an integer
