# The pickles of many values, by length and checksum: numbers, strings, containers in batches, classes, hooks, cycles.
import pickle

class Plain:
    pass

class Two:
    def __init__(self):
        self.x, self.name = 1, "n"

class Items(list):
    pass

class Pairs(dict):
    pass

class Group(set):
    pass

class Slotted:
    __slots__ = ("a", "b")

class State:
    def __init__(self):
        self.v, self.w = 3, 4
    def __getstate__(self):
        return {"v": self.v}

class Parts:
    def __reduce_ex__(self, protocol):
        return list, (), None, iter([1, 2, 3]), None

def show(*values):
    for value in values:
        data, total = pickle.dumps(value), 0
        for byte in data[:3000]:
            total = (total * 31 + byte) % 1000003
        print(len(data), total)

show(None, True, 0, 255, 256, 65536, -1, 2 ** 31, -2 ** 31 - 1, 2 ** 63, -2 ** 64, 10 ** 700, 1.5, "", "é", "x" * 256, "y" * 70000)
show(b"", b"x" * 256, b"z" * 70000, bytearray(b"xy"), [1], (), (1, 2), (1, 2, 3, 4), {}, {1: 2}, {1: 2, 3: 4}, {1}, frozenset([1]))
show(..., type(None), range(3), slice(1, 2), len, str.join, ValueError("x"), Plain, Plain(), Two(), [Two(), Two()], Plain().__init__)
show(list(range(1000)), list(range(1001)), {i: i for i in range(1000)}, {i: i for i in range(1001)}, set(range(1500)), [f"w{i}" for i in range(9000)])
slotted, loop, node = Slotted(), [1], Plain()
slotted.a = 1
loop.append(loop)
node.self, node.list = node, [node]
row = ([],)
row[0].append(row)
show(slotted, loop, row, node, Items([1, 2]), Items(range(1001)), Pairs(a=1), Group([1]), [State(), State()], Parts(), [int, str, int], ["ab", "ab"])

# stdout:
#| 4 819547
#| 4 821345
#| 5 401619
#| 5 409524
#| 15 561518
#| 17 472022
#| 17 817852
#| 19 533422
#| 19 45799
#| 23 74194
#| 23 959094
#| 308 143197
#| 21 683881
#| 15 442902
#| 17 812620
#| 274 678564
#| 70009 746937
#| 15 268165
#| 274 293972
#| 70009 490073
#| 46 308226
#| 17 342282
#| 4 818400
#| 18 321274
#| 23 670019
#| 5 454257
#| 19 488812
#| 24 138964
#| 18 586766
#| 17 520438
#| 36 92812
#| 37 786591
#| 43 837525
#| 42 827028
#| 31 855797
#| 65 796051
#| 46 230266
#| 33 621503
#| 36 125269
#| 56 793891
#| 78 556830
#| 74 266773
#| 2760 516864
#| 2765 655430
#| 5506 590029
#| 5512 324581
#| 4262 893043
#| 70931 102591
#| 51 783468
#| 20 165089
#| 22 604981
#| 62 465715
#| 42 592661
#| 2786 497686
#| 43 825450
#| 42 76161
#| 63 245228
#| 43 547771
#| 47 391415
#| 23 989071
