# sched: events in order of time and priority, on the clock and by hand; `from __future__` is there.
from __future__ import annotations

import __future__
import sched
import threading
import time


class Clock:
    def __init__(self) -> None:
        self.now = 0

    def wait(self, seconds: Seconds) -> None:
        self.now += seconds


clock = Clock()
by_hand = sched.scheduler(lambda: clock.now, clock.wait)
by_hand.enter(5, 1, print, ("five",))
by_hand.enter(1, 2, print, ("one, later",))
by_hand.enter(1, 1, print, ("one, first",), {"end": "!\n"})
gone = by_hand.enter(3, 1, print, ("never",))
print([event.time for event in by_hand.queue], gone.action is print, gone.argument, gone.kwargs)
by_hand.cancel(gone)
try:
    by_hand.cancel(gone)
except ValueError as error:
    print("ValueError:", error)
print(by_hand.run(blocking=False))
by_hand.run()
print(clock.now, by_hand.empty())

timed = sched.scheduler()
start = time.monotonic()


def tick(left):
    print("tick", round(time.monotonic() - start, 1))
    if left:
        timed.enter(0.2, 1, tick, (left - 1,))


timed.enter(0.2, 1, tick, (2,))
thread = threading.Thread(target=timed.run)
thread.start()
thread.join()
print(Clock.wait.__annotations__, __future__.annotations.getMandatoryRelease(), annotations is __future__.annotations)

# stdout:
#| [1, 1, 3, 5] True ('never',) {}
#| ValueError: list.remove(x): x not in list
#| 1
#| one, first!
#| one, later
#| five
#| 5 True
#| tick 0.2
#| tick 0.4
#| tick 0.6
#| {'seconds': 'Seconds', 'return': 'None'} None True
