# The spawn context imports the main module again: the guard matters and globals start anew.
import multiprocessing

print("module runs as", __name__, flush=True)
setting = "default"

def work():
    print("child sees", setting, multiprocessing.current_process().name, flush=True)

if __name__ == "__main__":
    setting = "changed"
    for method in ("fork", "spawn"):
        context = multiprocessing.get_context(method)
        p = context.Process(target=work)
        p.start()
        p.join()
        print(method, p.exitcode, flush=True)

# stdout:
#| module runs as __main__
#| child sees changed ForkProcess-1
#| fork 0
#| module runs as __mp_main__
#| child sees default SpawnProcess-2
#| spawn 0
