# Looking at other threads: sys._current_frames and threading.enumerate agree.
import sys
import threading

gate = threading.Event()
inside = threading.Event()

def waits_here():
    inside.set()
    gate.wait()

t = threading.Thread(target=waits_here)
t.start()
inside.wait()
frames = sys._current_frames()
print(len(frames), set(frames) == {thread.ident for thread in threading.enumerate()})  # expect: 2 True
gate.set()
t.join()
print(len(sys._current_frames()))  # expect: 1
