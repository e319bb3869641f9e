# send_bytes, recv_bytes, recv_bytes_into: raw bytes over a pipe.
import array
import multiprocessing


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


if __name__ == "__main__":
    a, b = multiprocessing.Pipe()
    a.send_bytes(b"thank you")
    print(b.recv_bytes())
    a.send_bytes(b"0123456789", 3)
    print(b.recv_bytes())
    a.send_bytes(b"0123456789", 3, 4)
    print(b.recv_bytes())
    attempt(lambda: a.send_bytes(b"abc", 4))
    attempt(lambda: a.send_bytes(b"abc", -1))
    attempt(lambda: a.send_bytes(b"abc", 1, 5))
    attempt(lambda: a.send_bytes(b"abc", 1, -1))
    attempt(lambda: a.send_bytes("text"))
    attempt(lambda: b.recv_bytes(-1))
    a.send_bytes(bytearray(b"bytearray"))
    print(b.recv_bytes(20))
    a.send_bytes(b"")
    print(b.recv_bytes())
    buffer = bytearray(5)
    a.send_bytes(b"abc")
    print(b.recv_bytes_into(buffer), buffer)
    a.send_bytes(b"xy")
    print(b.recv_bytes_into(buffer, 3), buffer)
    a.send_bytes(b"longer than five")
    try:
        b.recv_bytes_into(buffer)
    except multiprocessing.BufferTooShort as error:
        print("too short", error.args)
    a.send([1])
    print(len(b.recv_bytes()))
    a.send_bytes(b"much too long")
    attempt(lambda: b.recv_bytes(4))
    attempt(lambda: b.recv_bytes(4))

# stdout:
#| b'thank you'
#| b'3456789'
#| b'3456'
#| ValueError buffer length < offset
#| ValueError offset is negative
#| ValueError buffer length < offset + size
#| ValueError size is negative
#| TypeError memoryview: a bytes-like object is required, not 'str'
#| ValueError negative maxlength
#| b'bytearray'
#| b''
#| 3 bytearray(b'abc\x00\x00')
#| 2 bytearray(b'abcxy')
#| too short (b'longer than five',)
#| 17
#| OSError bad message length
#| OSError connection is write-only
