# Encodings of one byte for a script.
print("Ж".encode("cp1251"), b"\xc6".decode("cp1251"))  # expect: b'\xc6' Ж
