# Views of bytes.
print(memoryview(b"abc")[1], bytes(memoryview(b"abc")[1:]))  # expect: 98 b'bc'
