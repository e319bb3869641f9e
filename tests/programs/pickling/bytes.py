# The bytes themselves, protocol 4 by default.
import pickle

print(pickle.DEFAULT_PROTOCOL, pickle.HIGHEST_PROTOCOL)  # expect: 4 5
print(pickle.dumps(None), pickle.dumps(1))  # expect: b'\x80\x04N.' b'\x80\x04K\x01.'
print(pickle.dumps([1, "a", 2.5]))  # expect: b'\x80\x04\x95\x14\x00\x00\x00\x00\x00\x00\x00]\x94(K\x01\x8c\x01a\x94G@\x04\x00\x00\x00\x00\x00\x00e.'
print(pickle.dumps({"k": (1, 2), "same": "k"}))  # expect: b'\x80\x04\x95\x18\x00\x00\x00\x00\x00\x00\x00}\x94(\x8c\x01k\x94K\x01K\x02\x86\x94\x8c\x04same\x94h\x01u.'
print(pickle.dumps("x" * 3, protocol=0), pickle.dumps(5, protocol=2))  # expect: b'Vxxx\np0\n.' b'\x80\x02K\x05.'
print(len(pickle.dumps("y" * 1000)), len(pickle.dumps(list(range(1000)))), len(pickle.dumps(b"z" * 70000)))  # expect: 1018 2760 70009

def function():
    pass

print(pickle.dumps(function))  # expect: b'\x80\x04\x95\x19\x00\x00\x00\x00\x00\x00\x00\x8c\x08__main__\x94\x8c\x08function\x94\x93\x94.'
print(pickle.dumps(len), pickle.loads(pickle.dumps(function)) is function)  # expect: b'\x80\x04\x95\x14\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x03len\x94\x93\x94.' True
