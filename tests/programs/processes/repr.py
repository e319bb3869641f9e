# repr of a process in its states, pids taken out.
import multiprocessing

def show(process):
    print("".join(c for c in repr(process) if not c.isdigit()))

def work(event):
    event.wait()

if __name__ == "__main__":
    event = multiprocessing.Event()
    p = multiprocessing.Process(target=work, args=(event,), name="worker")
    show(p)
    p.start()
    show(p)
    event.set()
    p.join()
    show(p)
    show(multiprocessing.current_process())
    p.close()
    show(p)

# stdout:
#| <Process name='worker' parent= initial>
#| <Process name='worker' pid= parent= started>
#| <Process name='worker' pid= parent= stopped exitcode=>
#| <_MainProcess name='MainProcess' parent=None started>
#| <Process name='worker' parent= closed>
