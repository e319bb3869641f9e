# Number, string and container literals in all their spellings.
print(0xFF, 0o17, 0b101, 1_000_000, 1e3, 1_0.5e-1, .5, 5.)  # expect: 255 15 5 1000000 1000.0 1.05 0.5 5.0
print('single', "double", 'it''s', "tab\tend", r"raw\n", 'a\
b')  # expect: single double its tab	end raw\n ab
print("\x41\u0042\U00000043\103", b"by\x74es", rb"\d")  # expect: ABCC b'bytes' b'\\d'
print(len("""triple
quoted"""), "a" "b" 'c')  # expect: 13 abc
print((), (1,), [], {}, {1}, {1: 2}, ..., None, True)  # expect: () (1,) [] {} {1} {1: 2} Ellipsis None True
print(1 if True else 2, not-1, - -1, ~5, +True)  # expect: 1 False 1 -6 1
print("Привет", "日本", "é", "🙂", len("🙂"))  # expect: Привет 日本 é 🙂 1
print(repr("del\x7f\x00\u200b"), ascii("é🙂"))  # expect: 'del\x7f\x00\u200b' '\xe9\U0001f642'
