# abc.ABC and abstractmethod, NotImplementedError, Enum, typing.NamedTuple.
from abc import ABC, abstractmethod
from enum import Enum, auto
from typing import NamedTuple

class Shape(ABC):
    @abstractmethod
    def area(self):
        ...
    def describe(self):
        return f"{type(self).__name__} of area {self.area():.2f}"

class Square(Shape):
    def __init__(self, side):
        self.side = side
    def area(self):
        return self.side ** 2

print(Square(3).describe())  # expect: Square of area 9.00
try:
    Shape()
except TypeError as error:
    print(error)  # expect: Can't instantiate abstract class Shape without an implementation for abstract method 'area'

class State(Enum):
    RUNNING = auto()
    BLOCKED = 2
    DONE = "done"

print(State.RUNNING, State.BLOCKED.name, State("done"), State["DONE"].value, repr(State.RUNNING), list(State) == [State.RUNNING, State.BLOCKED, State.DONE])  # expect: State.RUNNING BLOCKED State.DONE done <State.RUNNING: 1> True
try:
    State(9)
except ValueError as error:
    print(error)  # expect: 9 is not a valid State

class Pair(NamedTuple):
    left: int
    right: int = 0

print(Pair(1), Pair(1, 2)._replace(left=5), Pair(3)[0], Pair(1) == (1, 0))  # expect: Pair(left=1, right=0) Pair(left=5, right=2) 3 True
