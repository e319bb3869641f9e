# Bytes that are no pickle.
import pickle

for data in (b"", b"x", b"\x80\x04", pickle.dumps([1, 2])[:-3], b"hello", b"\x80\x09.", "text", None, b"cabsent\nthing\n."):
    try:
        print(pickle.loads(data))
    except Exception as error:
        print(type(error).__name__, str(error)[:60])

# stdout:
#| EOFError Ran out of input
#| UnpicklingError invalid load key, 'x'.
#| EOFError Ran out of input
#| UnpicklingError pickle data was truncated
#| UnpicklingError Memo value not found at index 101
#| ValueError unsupported pickle protocol: 9
#| TypeError a bytes-like object is required, not 'str'
#| TypeError a bytes-like object is required, not 'NoneType'
#| ModuleNotFoundError No module named 'absent'
