# Characters by their Unicode names.
print("\N{BULLET}", f"{'x'}\N{EM DASH}")  # expect: • x—
