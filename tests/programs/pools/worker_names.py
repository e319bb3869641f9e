# Workers are named ForkPoolWorker-n and are daemons.
import multiprocessing

def who(_):
    me = multiprocessing.current_process()
    return me.name, me.daemon, type(me).__name__

if __name__ == "__main__":
    with multiprocessing.Pool(1) as pool:
        print(pool.map(who, [0]))  # expect: [('ForkPoolWorker-1', True, 'ForkProcess')]
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        print(pool.apply(who, (0,)))  # expect: ('SpawnPoolWorker-2', True, 'SpawnProcess')
