# Objects with `__index__` wherever an int is asked for; lengths that are none.
class Number:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Sized:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return self.value


def show(*functions):
    for function in functions:
        try:
            print(repr(function())[:70], end="; ")
        except Exception as error:
            print(type(error).__name__, error, end="; ")
    print()


items = [10, 20, 30]
for value in (1, -1, 7, 2**70, -(2**70), 1.5, None):
    n = Number(value)
    show(lambda: items[n], lambda: (1, 2, 3)[n], lambda: "abc"[n], lambda: b"abc"[n], lambda: range(3)[n])
    show(lambda: items[n:], lambda: "abc"[:n], lambda: (1, 2, 3)[n:None:Number(1)])
    show(lambda: hex(n), lambda: bin(n), lambda: int(n))
two = Number(2)
show(lambda: list(range(two)), lambda: "ab" * two, lambda: two * [1], lambda: chr(Number(65)), lambda: 1 << int(two))
show(lambda: bytes(two), lambda: list(enumerate("ab", two)), lambda: round(2.567, two), lambda: items.pop(Number(0)))
items[Number(0)] = 5
del items[Number(1)]
items.insert(Number(0), 4)
print(items)
for value in (-1, 2**63, 2**63 - 1, True, 1.5, "a", 0):
    show(lambda: len(Sized(value)), lambda: bool(Sized(value)))

# stdout:
#| 20; 2; 'b'; 98; 1; 
#| [20, 30]; 'a'; (2, 3); 
#| '0x1'; '0b1'; 1; 
#| 30; 3; 'c'; 99; 2; 
#| [30]; 'ab'; (3,); 
#| '-0x1'; '-0b1'; -1; 
#| IndexError list index out of range; IndexError tuple index out of range; IndexError string index out of range; IndexError index out of range; IndexError range object index out of range; 
#| []; 'abc'; (); 
#| '0x7'; '0b111'; 7; 
#| IndexError cannot fit 'Number' into an index-sized integer; IndexError cannot fit 'Number' into an index-sized integer; IndexError cannot fit 'Number' into an index-sized integer; IndexError cannot fit 'Number' into an index-sized integer; IndexError range object index out of range; 
#| []; 'abc'; (); 
#| '0x400000000000000000'; '0b1000000000000000000000000000000000000000000000000000000000000000000; 1180591620717411303424; 
#| IndexError cannot fit 'Number' into an index-sized integer; IndexError cannot fit 'Number' into an index-sized integer; IndexError cannot fit 'Number' into an index-sized integer; IndexError cannot fit 'Number' into an index-sized integer; IndexError range object index out of range; 
#| [10, 20, 30]; ''; (1, 2, 3); 
#| '-0x400000000000000000'; '-0b100000000000000000000000000000000000000000000000000000000000000000; -1180591620717411303424; 
#| TypeError __index__ returned non-int (type float); TypeError __index__ returned non-int (type float); TypeError __index__ returned non-int (type float); TypeError __index__ returned non-int (type float); TypeError __index__ returned non-int (type float); 
#| TypeError __index__ returned non-int (type float); TypeError __index__ returned non-int (type float); TypeError __index__ returned non-int (type float); 
#| TypeError __index__ returned non-int (type float); TypeError __index__ returned non-int (type float); TypeError __index__ returned non-int (type float); 
#| TypeError __index__ returned non-int (type NoneType); TypeError __index__ returned non-int (type NoneType); TypeError __index__ returned non-int (type NoneType); TypeError __index__ returned non-int (type NoneType); TypeError __index__ returned non-int (type NoneType); 
#| TypeError __index__ returned non-int (type NoneType); TypeError __index__ returned non-int (type NoneType); TypeError __index__ returned non-int (type NoneType); 
#| TypeError __index__ returned non-int (type NoneType); TypeError __index__ returned non-int (type NoneType); TypeError __index__ returned non-int (type NoneType); 
#| [0, 1]; 'abab'; [1, 1]; 'A'; 4; 
#| b'\x00\x00'; [(2, 'a'), (3, 'b')]; 2.57; 10; 
#| [4, 5]
#| ValueError __len__() should return >= 0; ValueError __len__() should return >= 0; 
#| OverflowError cannot fit 'int' into an index-sized integer; OverflowError cannot fit 'int' into an index-sized integer; 
#| 9223372036854775807; True; 
#| 1; True; 
#| TypeError 'float' object cannot be interpreted as an integer; TypeError 'float' object cannot be interpreted as an integer; 
#| TypeError 'str' object cannot be interpreted as an integer; TypeError 'str' object cannot be interpreted as an integer; 
#| 0; False; 
